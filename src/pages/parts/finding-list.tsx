/** What was found wrong with a document, each with the line it is about. */
import type { JSX } from 'preact';
import type { Finding } from '../../core/finding.ts';
import { calm, clipped } from './shown-text.ts';
import { Tag } from './words.tsx';

const word = { error: 'error', warning: 'look', info: 'note' } as const;

export function FindingList({
  findings,
  page,
  lines = true,
}: {
  readonly findings: readonly Finding[];
  /** Path of the page of their report. */
  readonly page: string;
  /** The page of the report has lines to lead to. */
  readonly lines?: boolean;
}): JSX.Element {
  if (findings.length === 0) return <p class="quiet">Nothing.</p>;
  return (
    <ol class="log wide">
      {findings.map((finding) => (
        <li>
          <span>
            <Tag kind={finding.severity === 'error' ? 'solid' : 'dash'}>{word[finding.severity]}</Tag>
          </span>
          <p>
            {calm(clipped(finding.message, 600))}
            {finding.where.line === undefined || !lines ? null : (
              <a
                class="cite"
                href={`${page}#L${finding.where.line}`}
                aria-label={`L${finding.where.line}, line of the report`}
              >
                L{finding.where.line}
              </a>
            )}{' '}
            <span class="code">{finding.code}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
