using System.Collections;

namespace Deedle;

public static class FrameBuilder
{
    public class Columns<R, C> : IEnumerable<KeyValuePair<C, ISeries<R>>>
    {
        private readonly List<KeyValuePair<C, ISeries<R>>> _columns = [];

        public Frame<R, C> Frame => new(_columns.Select(c => c.Key), _columns.Select(c => c.Value));

        public void Add(C key, ISeries<R> value) => _columns.Add(new(key, value));

        IEnumerator<KeyValuePair<C, ISeries<R>>> IEnumerable<KeyValuePair<C, ISeries<R>>>.GetEnumerator() => _columns.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _columns.GetEnumerator();
    }

    public class Rows<R, C> : IEnumerable<KeyValuePair<R, ISeries<C>>>
    {
        private readonly List<KeyValuePair<R, ISeries<C>>> _rows = [];

        public Frame<R, C> Frame => Core.Assemble.FromRows(_rows);

        public void Add(R key, ISeries<C> value) => _rows.Add(new(key, value));

        IEnumerator<KeyValuePair<R, ISeries<C>>> IEnumerable<KeyValuePair<R, ISeries<C>>>.GetEnumerator() => _rows.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _rows.GetEnumerator();
    }
}
