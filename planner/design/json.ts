import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { pointer } from './pointer.ts';
import type { Loaded, Problem } from './problem.ts';

/** Longer texts are refused: the largest design of ten full DAGs takes about 4 million characters. */
export const longestText = 64 * 1024 * 1024;
/** Deeper nesting is refused; a design needs 9 levels, so the rest is left to `x-` properties. */
export const deepestNesting = 64;

/** Line and column, both from 1, of an offset in a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/**
 * Parses JSON text strictly and says where and why it cannot: empty, not text, too long, too deep, a syntax error, or a
 * property that stands twice in one object (of which `JSON.parse` would silently keep the last). A byte order mark is ignored.
 */
export function parseJson(source: string): Loaded<unknown> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (text.length > longestText)
    return refused('The file is too long.', 'at most 64 Mi characters', `${text.length} characters`);
  if (text.trim() === '') return refused('The file is empty.', 'a JSON object', 'nothing');
  if (text.includes('\0')) return refused('The file is not text.', 'JSON text in UTF-8', 'binary data');
  if (nestsDeeper(text, deepestNesting)) {
    return refused('The file nests too deeply.', `at most ${deepestNesting} levels`, 'more');
  }
  const problems = syntaxProblems(text);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: JSON.parse(text) as unknown };
}

function refused(message: string, expected: string, found: string): Loaded<never> {
  return { ok: false, problems: [{ path: '', message, expected, found }] };
}

function nestsDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (inString) {
      if (character === 0x5c) i++;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x7b || character === 0x5b) {
      if (++depth > limit) return true;
    } else if (character === 0x7d || character === 0x5d) depth--;
  }
  return false;
}

const reasons: Partial<Record<string, string>> = {
  InvalidSymbol: 'a value cannot begin here',
  InvalidNumberFormat: 'a number is malformed',
  PropertyNameExpected: 'a property name in quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'the file ends before the object is closed',
  CloseBracketExpected: 'the file ends before the list is closed',
  EndOfFileExpected: 'something follows the end of the document',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfString: 'a text has no closing quote',
  UnexpectedEndOfNumber: 'a number is incomplete',
  InvalidUnicode: 'a \\u escape is malformed',
  InvalidEscapeCharacter: 'an escape is malformed',
  InvalidCharacter: 'a control character stands in a text',
};

function syntaxProblems(text: string): Problem[] {
  const duplicates: Problem[] = [];
  let syntax: Problem | undefined;
  const seen: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => void seen.push(new Set()),
      onObjectEnd: () => void seen.pop(),
      onObjectProperty: (name, offset, _length, line, column, pathTo) => {
        const names = seen.at(-1);
        if (names?.has(name)) {
          const place = lineAndColumn(text, offset);
          duplicates.push({
            path: pointer(...pathTo(), name),
            message: `"${name}" stands twice in the same object; the second is at line ${place.line}, column ${place.column}.`,
            expected: 'each property once',
            found: 'a second one',
          });
        }
        names?.add(name);
      },
      onError: (code: ParseErrorCode, offset: number) => {
        if (syntax) return;
        const { line, column } = lineAndColumn(text, offset);
        const reason = reasons[printParseErrorCode(code)] ?? 'it cannot be read';
        syntax = {
          path: '',
          message: `The file is not valid JSON: ${reason} at line ${line}, column ${column}.`,
          expected: 'valid JSON',
          found: offset < text.length ? JSON.stringify(text.slice(offset, offset + 20)) : 'the end of the file',
          line,
          column,
        };
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return syntax ? [syntax] : duplicates;
}
