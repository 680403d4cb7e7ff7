import type { RoomAction, RoomState, TryonRoom } from './room.js';
import { noRoom, reduceRoom } from './room.js';

export interface RoomKeeperOptions {
  readonly load: (room: TryonRoom) => Promise<unknown>;
  readonly onChange: (state: RoomState, former: RoomState) => void;
}

/** Opens rooms once their scripts are there. */
export class RoomKeeper {
  #state: RoomState = noRoom;

  constructor(private readonly options: RoomKeeperOptions) {}

  get state(): RoomState {
    return this.#state;
  }

  async open(room: TryonRoom): Promise<void> {
    this.#dispatch({ type: 'room-asked-for', room });
    try {
      await this.options.load(room);
      this.#dispatch({ type: 'room-loaded', room });
    } catch {
      this.#dispatch({ type: 'room-unavailable', room });
    }
  }

  close(): void {
    this.#dispatch({ type: 'room-closed' });
  }

  #dispatch(action: RoomAction): void {
    const former = this.#state;
    this.#state = reduceRoom(former, action);
    if (this.#state !== former) this.options.onChange(this.#state, former);
  }
}
