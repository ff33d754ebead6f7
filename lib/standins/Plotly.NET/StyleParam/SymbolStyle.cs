namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class SymbolStyle
    {
        private SymbolStyle(int offset) => Offset = offset;

        internal int Offset { get; }

        public static SymbolStyle Open { get; } = new(100);
        public static SymbolStyle Dot { get; } = new(200);
        public static SymbolStyle OpenDot { get; } = new(300);
    }
}
