/**
 * How a photo comes in besides the file dialog. What is an image is judged by the decoder, not here: systems leave the type of a
 * HEIC file empty, so an unknown type passes and a known other type does not.
 */

/** For the `accept` attribute of a file input. */
export const acceptedPhotoTypes = 'image/*,.heic,.heif,.avif';

export type Intake =
  | { readonly kind: 'photo'; readonly photo: File }
  /** Files were offered, none of them an image. */
  | { readonly kind: 'not-an-image' }
  | { readonly kind: 'nothing' };

/** First image among the files of a drop, a paste or a file input. */
export function photoFrom(files: Iterable<File> | null | undefined): Intake {
  const offered = [...(files ?? [])];
  const photo = offered.find((file) => file.type === '' || file.type.startsWith('image/'));
  if (photo) return { kind: 'photo', photo };
  return offered.length > 0 ? { kind: 'not-an-image' } : { kind: 'nothing' };
}

/** True while files are dragged; their names and types stay hidden until the drop. */
export function dragsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

export interface DropZoneOptions {
  readonly onDrop: (files: FileList) => void;
  readonly onHover: (hovered: boolean) => void;
}

type DragListener = (event: DragEvent) => void;

/**
 * Event listeners of a drop zone. Moving onto a child fires `dragenter` for it before `dragleave` for its parent, hence the
 * depth count.
 */
export function createDropZone({
  onDrop,
  onHover,
}: DropZoneOptions): Readonly<Record<'dragenter' | 'dragover' | 'dragleave' | 'drop', DragListener>> {
  let depth = 0;
  const settle = (newDepth: number) => {
    depth = newDepth;
    onHover(depth > 0);
  };
  return {
    dragenter: (event) => {
      if (!dragsFiles(event.dataTransfer)) return;
      event.preventDefault();
      settle(depth + 1);
    },
    dragover: (event) => {
      if (!dragsFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    },
    dragleave: (event) => {
      if (dragsFiles(event.dataTransfer)) settle(Math.max(0, depth - 1));
    },
    drop: (event) => {
      if (!event.dataTransfer || !dragsFiles(event.dataTransfer)) return;
      event.preventDefault();
      settle(0);
      onDrop(event.dataTransfer.files);
    },
  };
}

/**
 * A paste goes to the page, not to a tag. This tag takes it when the pointer or the focus is in it, and never from a text field.
 */
export function takesPaste(host: HTMLElement, event: ClipboardEvent): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLElement && target.matches('input:not([type=file], [type=range]), textarea, [contenteditable]')) {
    return false;
  }
  return host.matches(':hover, :focus-within');
}
