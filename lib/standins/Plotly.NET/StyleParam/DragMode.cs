namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class DragMode : IStyleParam
    {
        private readonly object _json;

        private DragMode(object json) => _json = json;

        public static DragMode Zoom { get; } = new("zoom");
        public static DragMode Pan { get; } = new("pan");
        public static DragMode Select { get; } = new("select");
        public static DragMode Lasso { get; } = new("lasso");
        public static DragMode DrawClosedPath { get; } = new("drawclosedpath");
        public static DragMode DrawOpenPath { get; } = new("drawopenpath");
        public static DragMode DrawLine { get; } = new("drawline");
        public static DragMode DrawRect { get; } = new("drawrect");
        public static DragMode DrawCircle { get; } = new("drawcircle");
        public static DragMode Orbit { get; } = new("orbit");
        public static DragMode TurnTable { get; } = new("turntable");
        public static DragMode False { get; } = new(false);

        public object Convert() => _json;
    }
}
