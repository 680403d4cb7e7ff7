import { describe, expect, it } from 'vitest';
import { noRoom, reduceRoom, type RoomAction, type RoomState } from './room.js';

const after = (...actions: RoomAction[]): RoomState => actions.reduce(reduceRoom, noRoom);

describe('a room', () => {
  it('opens when its script is there, and gives the place back', () => {
    const asked = after({ type: 'room-asked-for', room: 'viewer' });
    expect(asked).toEqual({ room: null, opening: 'viewer', isUnavailable: false });
    const open = reduceRoom(asked, { type: 'room-loaded', room: 'viewer' });
    expect(open.room).toBe('viewer');
    expect(reduceRoom(open, { type: 'room-closed' })).toBe(noRoom);
  });

  it('that arrives after another was asked for does not open', () => {
    const state = after(
      { type: 'room-asked-for', room: 'viewer' },
      { type: 'room-asked-for', room: 'brush' },
      { type: 'room-loaded', room: 'viewer' },
    );
    expect(state).toMatchObject({ room: null, opening: 'brush' });
  });

  it('that arrives after the shopper went back does not open', () => {
    expect(after({ type: 'room-asked-for', room: 'camera' }, { type: 'room-closed' }, { type: 'room-loaded', room: 'camera' })).toBe(
      noRoom,
    );
  });

  it('that cannot be had leaves everything as it is, and says so until another is asked for', () => {
    const failed = after({ type: 'room-asked-for', room: 'brush' }, { type: 'room-unavailable', room: 'brush' });
    expect(failed).toEqual({ room: null, opening: undefined, isUnavailable: true });
    expect(reduceRoom(failed, { type: 'room-asked-for', room: 'brush' }).isUnavailable).toBe(false);
  });
});
