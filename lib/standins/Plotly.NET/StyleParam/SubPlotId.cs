namespace Plotly.NET;

public static partial class StyleParam
{
    public class SubPlotId : IStyleParam
    {
        private readonly string _json;

        private SubPlotId(string json) => _json = json;

        public static SubPlotId NewXAxis(int item) => new(Numbered("xaxis", item));

        public static SubPlotId NewYAxis(int item) => new(Numbered("yaxis", item));

        public static SubPlotId NewColorAxis(int item) => new(Numbered("coloraxis", item));

        public static SubPlotId NewLegend(int item) => new(Numbered("legend", item));

        public object Convert() => _json;

        public override string ToString() => _json;
    }
}
