import type {Phrases} from './types.ts';

/** Vietnamese. */
export const vi: Phrases = {
	media: [
		'<Bỏ qua Media>',
		'?<bỏ qua tệp phương tiện>',
		'đã bỏ qua hình ảnh',
		'Đã bỏ qua ảnh GIF',
		'đã bỏ sticker',
		'đã bỏ qua tài liệu',
		'Bỏ qua thẻ liên lạc',
		'vị trí hiện thời được chia sẻ',
	],
	omitted: ['đã bỏ video', 'bỏ qua tệp âm thanh'],
	attached: ['đính kèm', 'tệp đính kèm'],
	location: ['?vị trí', '?Vị trí'],
	deleted: [
		'Tin nhắn này đã bị xoá',
		'Tin nhắn này đã bị xóa',
		'Bạn đã xoá tin nhắn này',
		'Bạn đã xóa tin nhắn này',
		'Quản trị viên … đã xóa tin nhắn này',
		'Bạn đã xóa tin nhắn này trong vai trò quản trị viên',
	],
	edited: ['?Tin nhắn này đã được chỉnh sửa', '?Tin nhắn đã được chỉnh sửa'],
	system: [
		'Tin nhắn và cuộc gọi được mã hóa đầu cuối. …',
		'Các tin nhắn gửi tới cuộc trò chuyện này và các cuộc gọi đã được bảo mật với mã hoá đầu-cuối. …',
		'Những tin nhắn gửi tới nhóm này được bảo mật với mã hoá đầu-cuối. …',
		'Cuộc gọi nhỡ video',
		'?Cuộc gọi nhỡ. …',
		'?Cuộc gọi nhỡ video. …',
		'?Đang chờ tin nhắn này. …',
		'Mã bảo mật của … đã thay đổi. …',
		'?Mã bảo mật của bạn với … đã thay đổi. …',
	],
	marked: [
		'Cuộc gọi thoại',
		'?Cuộc gọi video',
		'?Cuộc gọi thoại. …',
		'?Cuộc gọi video. …',
		'Cuộc gọi nhỡ',
		'Bạn hiện là quản trị viên',
	],
	heads: [
		'… đã đổi tên thành …',
		'Bạn đã đổi tên nhóm thành …',
		'… đã tạo nhóm …',
		'Bạn đã tạo nhóm …',
	],
	you: ['Bạn'],
	titles: ['Trò chuyện WhatsApp với …'],
};
