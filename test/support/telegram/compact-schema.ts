/**
 * The part of the Bot API that the bot uses, written down by hand: `name:Type|OtherType`, `!` for required,
 * `[]` for a list, `=word` for a text that must be that word.
 */
export const COMPACT_METHODS: Readonly<Record<string, string>> = {
  getMe: '',
  getUpdates: 'offset:Integer limit:Integer timeout:Integer allowed_updates:[]String',
  setWebhook:
    'url:String! ip_address:String max_connections:Integer allowed_updates:[]String drop_pending_updates:Boolean secret_token:String',
  deleteWebhook: 'drop_pending_updates:Boolean',
  getWebhookInfo: '',
  sendMessage:
    'chat_id:Integer|String! message_thread_id:Integer text:String! parse_mode:String entities:[]MessageEntity link_preview_options:LinkPreviewOptions disable_notification:Boolean protect_content:Boolean reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ForceReply|ReplyKeyboardRemove',
  editMessageText:
    'chat_id:Integer|String message_id:Integer inline_message_id:String text:String parse_mode:String entities:[]MessageEntity link_preview_options:LinkPreviewOptions reply_markup:InlineKeyboardMarkup',
  editMessageReplyMarkup:
    'chat_id:Integer|String message_id:Integer inline_message_id:String reply_markup:InlineKeyboardMarkup',
  deleteMessage: 'chat_id:Integer|String! message_id:Integer!',
  sendChatAction: 'chat_id:Integer|String! message_thread_id:Integer action:String!',
  answerCallbackQuery:
    'callback_query_id:String! text:String show_alert:Boolean url:String cache_time:Integer',
  answerInlineQuery:
    'inline_query_id:String! results:[]InlineQueryResult! cache_time:Integer is_personal:Boolean next_offset:String button:InlineQueryResultsButton',
  answerGuestQuery: 'guest_query_id:String! result:InlineQueryResult!',
  setMyCommands: 'commands:[]BotCommand! scope:BotCommandScope language_code:String',
  getMyCommands: 'scope:BotCommandScope language_code:String',
  deleteMyCommands: 'scope:BotCommandScope language_code:String',
  setMyName: 'name:String language_code:String',
  getMyName: 'language_code:String',
  setMyDescription: 'description:String language_code:String',
  getMyDescription: 'language_code:String',
  setMyShortDescription: 'short_description:String language_code:String',
  getMyShortDescription: 'language_code:String',
  setMyDefaultAdministratorRights: 'rights:ChatAdministratorRights for_channels:Boolean',
  getMyDefaultAdministratorRights: 'for_channels:Boolean',
  getChat: 'chat_id:Integer|String!',
  getChatMember: 'chat_id:Integer|String! user_id:Integer!',
  getChatAdministrators: 'chat_id:Integer|String! return_bots:Boolean',
  leaveChat: 'chat_id:Integer|String!',
};

/** The objects inside those calls; an object that is not listed here may hold anything. */
export const COMPACT_TYPES: Readonly<Record<string, string>> = {
  MessageEntity:
    'type:String! offset:Integer! length:Integer! url:String user:User language:String custom_emoji_id:String unix_time:Integer date_time_format:String',
  LinkPreviewOptions:
    'is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean show_above_text:Boolean',
  ReplyParameters:
    'message_id:Integer! chat_id:Integer|String allow_sending_without_reply:Boolean quote:String quote_parse_mode:String quote_entities:[]MessageEntity quote_position:Integer',
  InlineKeyboardMarkup: 'inline_keyboard:[][]InlineKeyboardButton!',
  InlineKeyboardButton:
    'text:String! icon_custom_emoji_id:String style:String url:String callback_data:String web_app:WebAppInfo login_url:LoginUrl switch_inline_query:String switch_inline_query_current_chat:String switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton',
  CopyTextButton: 'text:String!',
  ForceReply: 'force_reply:Boolean! input_field_placeholder:String selective:Boolean',
  ReplyKeyboardRemove: 'remove_keyboard:Boolean! selective:Boolean',
  BotCommand: 'command:String! description:String!',
  BotCommandScopeDefault: 'type:=default!',
  BotCommandScopeAllPrivateChats: 'type:=all_private_chats!',
  BotCommandScopeAllGroupChats: 'type:=all_group_chats!',
  BotCommandScopeAllChatAdministrators: 'type:=all_chat_administrators!',
  BotCommandScopeChat: 'type:=chat! chat_id:Integer|String!',
  BotCommandScopeChatAdministrators: 'type:=chat_administrators! chat_id:Integer|String!',
  BotCommandScopeChatMember: 'type:=chat_member! chat_id:Integer|String! user_id:Integer!',
  InlineQueryResultArticle:
    'type:=article! id:String! title:String! input_message_content:InputTextMessageContent! reply_markup:InlineKeyboardMarkup url:String description:String thumbnail_url:String thumbnail_width:Integer thumbnail_height:Integer',
  InputTextMessageContent:
    'message_text:String! parse_mode:String entities:[]MessageEntity link_preview_options:LinkPreviewOptions',
  InlineQueryResultsButton: 'text:String! web_app:WebAppInfo start_parameter:String',
  ChatAdministratorRights:
    'is_anonymous:Boolean! can_manage_chat:Boolean! can_delete_messages:Boolean! can_manage_video_chats:Boolean! can_restrict_members:Boolean! can_promote_members:Boolean! can_change_info:Boolean! can_invite_users:Boolean! can_post_stories:Boolean! can_edit_stories:Boolean! can_delete_stories:Boolean! can_post_messages:Boolean can_edit_messages:Boolean can_pin_messages:Boolean can_manage_topics:Boolean can_manage_direct_messages:Boolean can_manage_tags:Boolean',
};

/** Names that stand for one of several objects. */
export const COMPACT_UNIONS: Readonly<Record<string, readonly string[]>> = {
  BotCommandScope: Object.keys(COMPACT_TYPES).filter((name) => /^BotCommandScope./.test(name)),
  InlineQueryResult: ['InlineQueryResultArticle'],
};
