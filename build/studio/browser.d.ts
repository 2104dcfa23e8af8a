// Parts of the File System Access API that TypeScript's DOM library lacks.

interface Window {
  showDirectoryPicker(options: { readonly mode: 'read' | 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

interface FileSystemHandle {
  /** Asks the user, which browsers allow only after a click. */
  requestPermission(options: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}
