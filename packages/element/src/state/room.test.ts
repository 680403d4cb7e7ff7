import { describe, expect, it } from 'vitest';
import { noRoom, reduceRoom, type RoomAction, type RoomState } from './room.js';

const after = (...actions: RoomAction[]): RoomState => actions.reduce(reduceRoom, noRoom);

describe('a room', () => {
  it('opens when its script is there, and gives the place back', () => {
    const asked = after({ type: 'room-asked-for', room: 'consent' });
    expect(asked).toEqual({ room: null, opening: 'consent', isUnavailable: false });
    const open = reduceRoom(asked, { type: 'room-loaded', room: 'consent' });
    expect(open.room).toBe('consent');
    expect(reduceRoom(open, { type: 'room-closed' })).toBe(noRoom);
  });

  it('that arrives after the shopper went back does not open', () => {
    const actions: RoomAction[] = [
      { type: 'room-asked-for', room: 'consent' },
      { type: 'room-closed' },
      { type: 'room-loaded', room: 'consent' },
    ];
    expect(after(...actions)).toBe(noRoom);
  });

  it('that cannot be had leaves everything as it is, and says so until it is asked for again', () => {
    const failed = after({ type: 'room-asked-for', room: 'consent' }, { type: 'room-unavailable', room: 'consent' });
    expect(failed).toEqual({ room: null, opening: undefined, isUnavailable: true });
    expect(reduceRoom(failed, { type: 'room-asked-for', room: 'consent' }).isUnavailable).toBe(false);
  });
});
