const entries = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines
      .join(' ; ')
      .split(' ; ')
      .map((entry) => {
        const at = entry.indexOf('=');
        return [entry.slice(0, at), entry.slice(at + 1)] as const;
      }),
  );

/**
 * Chat spellings of Vietnamese that stand for one thing wherever they stand. Spellings with several meanings are read
 * by their neighbours in chat-spelling.ts, or left alone where even those don't tell: tt (tổng thống, thủ tướng),
 * gđ (gia đình, giai đoạn, giám đốc), tg (thời gian, thế giới), nq (nghị quyết, nhân quyền), dn, ptt.
 */
export const VIETNAMESE_CHAT = entries([
  // no and not
  'ko=không ; kô=không ; khg=không ; kh=không ; hok=không ; hem=không ; hông=không ; hổng=không ; khum=không',
  'kp=không phải ; kb=không biết ; kbt=không biết ; kbiet=không biết ; ch=chưa ; chx=chưa',
  // question words
  'gi=gì ; zì=gì ; jì=gì ; bn=bao nhiêu ; bnhiu=bao nhiêu ; bnhieu=bao nhiêu ; bnhiêu=bao nhiêu ; nhiu=nhiêu',
  'bh=bao giờ ; bjo=bao giờ ; bgio=bây giờ ; bgiờ=bây giờ ; bjờ=bây giờ ; ntn=như thế nào ; tn=thế nào',
  'tnao=thế nào ; tnào=thế nào ; nnao=như nào ; nnào=như nào ; hum=hôm ; hnay=hôm nay ; hqua=hôm qua',
  // small words
  'đc=được ; đk=được ; dk=được ; đx=được ; bt=biết ; bik=biết ; bít=biết ; bjt=biết ; trc=trước ; trk=trước ; vs=với',
  'zs=với ; zới=với ; lm=làm ; nx=nữa ; đg=đang ; cx=cũng ; cg=cũng ; ns=nói ; vc=việc ; nch=nói chuyện ; wa=qua',
  'wá=quá ; nhg=những ; nhìu=nhiều ; rùi=rồi ; roài=rồi ; lun=luôn ; thui=thôi ; mún=muốn ; zậy=vậy ; dzậy=vậy',
  'zề=về ; zà=và ; zô=vào ; zụ=vụ ; dzụ=vụ ; thag=tháng ; iu=yêu ; wen=quen',
  // people
  'ng=người ; ngta=người ta ; mn=mọi người ; mng=mọi người ; mik=mình ; mk=mình ; sv=sinh viên ; hs=học sinh',
  'hsinh=học sinh ; svien=sinh viên ; ndan=nhân dân ; ndân=nhân dân',
  // places
  'vn=việt nam ; mĩ=mỹ ; sg=sài gòn ; hn=hà nội ; đn=đà nẵng ; hcm=hồ chí minh ; tphcm=thành phố hồ chí minh',
  'tp=thành phố ; tq=trung quốc ; lhq=liên hợp quốc',
  // offices and institutions
  'đsu=đại sứ ; đsứ=đại sứ ; đsq=đại sứ quán ; dsq=đại sứ quán ; lsq=lãnh sự quán ; tlsq=tổng lãnh sự quán',
  'tthong=tổng thống ; tthống=tổng thống ; ttướng=thủ tướng ; ttg=thủ tướng ; ctn=chủ tịch nước ; ctịch=chủ tịch',
  'tbt=tổng bí thư ; cp=chính phủ ; bng=bộ ngoại giao ; bqp=bộ quốc phòng ; cty=công ty ; đh=đại học ; trg=trường',
  'nxb=nhà xuất bản ; qhội=quốc hội ; qđội=quân đội ; nc=nước',
  // subjects
  'qh=quan hệ ; qhe=quan hệ ; qhệ=quan hệ ; mqh=mối quan hệ ; bthg=bình thường ; bthuong=bình thường',
  'bthường=bình thường ; bthh=bình thường hóa ; ctranh=chiến tranh ; cvận=cấm vận ; cvan=cấm vận ; hđtm=hiệp định thương mại',
  'tm=thương mại ; kt=kinh tế ; kte=kinh tế ; ktế=kinh tế ; ctrị=chính trị ; ctri=chính trị ; qsự=quân sự ; qsu=quân sự',
  'qte=quốc tế ; qtế=quốc tế ; qđ=quyết định ; gduc=giáo dục ; gdục=giáo dục ; dl=du lịch ; xk=xuất khẩu ; nk=nhập khẩu',
  'mbay=máy bay ; vđ=vấn đề ; vde=vấn đề ; đphán=đàm phán ; htac=hợp tác ; htác=hợp tác ; ptrien=phát triển',
  'ptriển=phát triển ; lsu=lịch sử ; lsử=lịch sử ; đlập=độc lập ; kn=kỷ niệm ; bđ=bắt đầu ; kthuc=kết thúc',
  'ds=danh sách ; dsách=danh sách ; tcộng=tổng cộng ; tgian=thời gian ; kq=kết quả ; lq=liên quan ; đkí=đăng ký ; đký=đăng ký',
]);

/** Chat spellings of English. */
export const ENGLISH_CHAT = entries([
  'pls=please ; plz=please ; wat=what ; wut=what ; wen=when ; abt=about ; btw=between ; govt=government ; gov=government',
  'prez=president ; ppl=people ; yr=year ; yrs=years ; ur=your ; vn=vietnam',
]);
