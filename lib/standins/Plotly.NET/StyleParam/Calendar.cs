namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Calendar : IStyleParam
    {
        private readonly string _json;

        private Calendar(string json) => _json = json;

        public static Calendar Gregorian { get; } = new("gregorian");
        public static Calendar Chinese { get; } = new("chinese");
        public static Calendar Coptic { get; } = new("coptic");
        public static Calendar Discworld { get; } = new("discworld");
        public static Calendar Ethiopian { get; } = new("ethiopian");
        public static Calendar Hebrew { get; } = new("hebrew");
        public static Calendar Islamic { get; } = new("islamic");
        public static Calendar Julian { get; } = new("julian");
        public static Calendar Mayan { get; } = new("mayan");
        public static Calendar Nanakshahi { get; } = new("nanakshahi");
        public static Calendar Nepali { get; } = new("nepali");
        public static Calendar Persian { get; } = new("persian");
        public static Calendar Jalali { get; } = new("jalali");
        public static Calendar Taiwan { get; } = new("taiwan");
        public static Calendar Thai { get; } = new("thai");
        public static Calendar Ummalqura { get; } = new("ummalqura");

        public object Convert() => _json;
    }
}
