namespace Deedle.Core;

internal sealed class FrameRows<R, C>(Frame<R, C> frame, Keys<R> keys, Column<ObjectSeries<C>> rows) : RowSeries<R, C>(frame, keys, rows);
