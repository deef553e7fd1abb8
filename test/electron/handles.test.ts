import { describe, expect, it } from 'vitest';
import { Handles } from '../../electron/main/handles.ts';

const PATH = '/home/ann/contoso.dagwright.json';

describe('a handle', () => {
  it('tells the page the name of the file and nothing of where it lies', () => {
    const handle = new Handles().issue(1, PATH);
    expect(handle).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, name: 'contoso.dagwright.json' });
  });

  it('leads to its path in the window that it was issued to, and in no other', () => {
    const handles = new Handles();
    const { id } = handles.issue(1, PATH);
    handles.issue(2, '/other.json');
    expect(handles.pathOf(1, id)).toBe(PATH);
    expect(handles.pathOf(2, id)).toBeUndefined();
    expect(handles.pathOf(3, id)).toBeUndefined();
  });

  it.each(['', PATH, '__proto__', 'constructor', '00000000-0000-4000-8000-000000000000'])(
    'cannot be made up: %j',
    (id) => {
      const handles = new Handles();
      handles.issue(1, PATH);
      expect(handles.pathOf(1, id)).toBeUndefined();
    },
  );

  it('is the same for the same file in a window, and another one in another window', () => {
    const handles = new Handles();
    const { id } = handles.issue(1, PATH);
    expect(handles.issue(1, PATH).id).toBe(id);
    expect(handles.issue(1, '/other.json').id).not.toBe(id);
    expect(handles.issue(2, PATH).id).not.toBe(id);
  });

  it('is worth nothing once its window is closed', () => {
    const handles = new Handles();
    const { id } = handles.issue(1, PATH);
    const other = handles.issue(2, PATH);
    handles.release(1);
    expect(handles.pathOf(1, id)).toBeUndefined();
    expect(handles.pathOf(2, other.id)).toBe(PATH);
  });
});
