const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Small words of Vietnamese with their marks; hardly a sentence is without one. */
export const VIETNAMESE_FUNCTION: ReadonlySet<string> = words(
  'là và của có được cho với ở tại trong những các đã sẽ đang bị do từ đến tới một này đó kia ấy vào ra khi trên về ' +
    'lại cũng thì mà nếu vì nên như để bằng theo sau trước giữa việc không chưa rồi thế vậy nhé nhỉ ạ hả hay hoặc ai ' +
    'gì nào bao nhiêu giờ đâu sao mấy ngày tháng năm hôm lúc hồi nước người ông bà bên phía còn nữa đi đó hãy xin bởi',
);

/** Small words of unmarked Vietnamese, folded, that English does not have. */
export const UNMARKED_FUNCTION: ReadonlySet<string> = words(
  'nao cua ngay nguoi duoc khong nhieu giua tong thong thang nuoc nhung truoc cac gi hom vay nhi roi luc hoi khi dau nhu voi tai ' +
    'trong theo cung thi neu vi mot nay sau bao gio ong ba chua ky hiep dinh bi da se tu den ai nam sao xin quan',
);

/** Unmarked syllables that are common English words too, and so tell nothing. */
export const BOTH: ReadonlySet<string> = words(
  'a ai am an at ban bay be bay but can chat chin cho chop con cop do dot go ha hang hat he hen her hi him ho hop hot ' +
    'i in it la lab long lot man map mat may me men met mic mom my nap net nha no nod non not nu nut o of oh on pan ' +
    'pap pa pin qua quit rap rat run sac sad sam san sang sap sat sau set sin sip so son song tan tam tap ten than thank ' +
    'that the them then they thin thing this thong thu tin tip to toe ton too top tram trap trip tu u up van vet via vu ' +
    'vow we who y yen',
);

/** Small words of English, by what each tells: the sure ones, and those that unmarked Vietnamese has too. */
export const ENGLISH_SURE: ReadonlySet<string> = words(
  'what when who whom whose where which why how did does was were is are been being has have had and of with between ' +
    'from by about many much any his their they she its this these those there for or could would should will ' +
    'shall might you your our after before during until since happened please tell first hello thanks',
);
export const ENGLISH_LIKELY: ReadonlySet<string> = words(
  'the to in on at as if it he her we us i an into over can be but',
);
