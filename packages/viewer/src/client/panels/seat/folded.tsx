interface Props {
  readonly title: string;
  readonly text: string;
  /** Unfolded at first. */
  readonly open?: boolean;
}

/** A long text that folds, and scrolls where it is unfolded. */
export function Folded({ title, text, open = false }: Props) {
  return (
    <details open={open}>
      <summary>
        {title} <span class="faint">{sizeText(text)}</span>
      </summary>
      {/* In the order of tabs, so that keys can scroll it. */}
      <pre tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </details>
  );
}

function sizeText(text: string): string {
  const lines = text.split('\n').length;
  return lines === 1 ? `${text.length} characters` : `${lines} lines`;
}
