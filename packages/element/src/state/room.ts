/** What the shopper looks at over any phase; `null` is the try-on itself. */
export const roomNames = ['consent', 'viewer'] as const;

export type TryonRoom = (typeof roomNames)[number];

export interface RoomState {
  /** The one that is open. */
  readonly room: TryonRoom | null;
  /** The one whose script is on its way. */
  readonly opening: TryonRoom | undefined;
  /** The last one that was asked for could not be had. */
  readonly isUnavailable: boolean;
}

export type RoomAction =
  | { readonly type: 'room-asked-for'; readonly room: TryonRoom }
  | { readonly type: 'room-loaded'; readonly room: TryonRoom }
  | { readonly type: 'room-unavailable'; readonly room: TryonRoom }
  | { readonly type: 'room-closed' };

export const noRoom: RoomState = { room: null, opening: undefined, isUnavailable: false };

/** Pure. What arrives after another room was asked for, or after the shopper went back, changes nothing. */
export function reduceRoom(state: RoomState, action: RoomAction): RoomState {
  switch (action.type) {
    case 'room-asked-for':
      return { ...noRoom, room: state.room, opening: action.room };
    case 'room-loaded':
      return state.opening === action.room ? { ...noRoom, room: action.room } : state;
    case 'room-unavailable':
      return state.opening === action.room ? { ...noRoom, room: state.room, isUnavailable: true } : state;
    case 'room-closed':
      return noRoom;
  }
}
