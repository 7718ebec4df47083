import type { ChatMember, ChatMemberAdministrator, User } from 'grammy/types';

/** An ordinary member. */
export const memberOf = (user: User): ChatMember => ({ status: 'member', user });

/** The owner of a chat. */
export const ownerOf = (user: User): ChatMember => ({ status: 'creator', user, is_anonymous: false });

/** Somebody who left by their own will, or was never there. */
export const leftOf = (user: User): ChatMember => ({ status: 'left', user });

/** Somebody who was thrown out; in a private chat: a bot that its user has blocked. */
export const kickedOf = (user: User): ChatMember => ({ status: 'kicked', user, until_date: 0 });

/** An administrator with the usual rights of a channel or group; `rights` changes some. */
export const administratorOf = (
  user: User,
  rights: Partial<Omit<ChatMemberAdministrator, 'status' | 'user'>> = {},
): ChatMemberAdministrator => ({
  status: 'administrator',
  user,
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: true,
  can_edit_stories: true,
  can_delete_stories: true,
  can_post_messages: true,
  can_edit_messages: true,
  can_pin_messages: true,
  can_manage_topics: true,
  can_send_welcome_messages: false,
  ...rights,
});

/** A member who may read but not write. */
export const restrictedOf = (user: User): ChatMember => ({
  status: 'restricted',
  user,
  is_member: true,
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
  until_date: 0,
});
