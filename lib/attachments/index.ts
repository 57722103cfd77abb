export { type AttachmentFailure, addAttachment, LARGEST_FILE, MOST_FILES_A_FIELD } from './add-attachment'
export {
  type AttachmentOfCase,
  attachmentsOfCase,
  pageForResident,
  pageForStaff,
  recordLook,
} from './find-attachments'
export { removeAttachment } from './remove-attachment'
