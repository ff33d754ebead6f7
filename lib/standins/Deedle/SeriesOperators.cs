namespace Deedle;

/// <summary>
/// What F# writes as operators of the series themselves; C# has them for one type of value only as extensions.
/// Series are aligned by key (outer join) first, and the result is missing where either side is.
/// Text and a series of texts are left out: C#'s own concatenation comes before any extension.
/// </summary>
public static class SeriesOperators
{
    extension<K>(Series<K, double>)
    {
        public static Series<K, double> operator -(Series<K, double> series) => series.SelectValues(v => -v);

        public static Series<K, double> operator +(double scalar, Series<K, double> series) => series.SelectValues(v => scalar + v);

        public static Series<K, double> operator +(Series<K, double> series, double scalar) => series.SelectValues(v => v + scalar);

        public static Series<K, double> operator +(Series<K, double> s1, Series<K, double> s2) => s1.ZipInto(s2, (a, b) => a + b, JoinKind.Outer);

        public static Series<K, double> operator -(double scalar, Series<K, double> series) => series.SelectValues(v => scalar - v);

        public static Series<K, double> operator -(Series<K, double> series, double scalar) => series.SelectValues(v => v - scalar);

        public static Series<K, double> operator -(Series<K, double> s1, Series<K, double> s2) => s1.ZipInto(s2, (a, b) => a - b, JoinKind.Outer);

        public static Series<K, double> operator *(double scalar, Series<K, double> series) => series.SelectValues(v => scalar * v);

        public static Series<K, double> operator *(Series<K, double> series, double scalar) => series.SelectValues(v => v * scalar);

        public static Series<K, double> operator *(Series<K, double> s1, Series<K, double> s2) => s1.ZipInto(s2, (a, b) => a * b, JoinKind.Outer);

        public static Series<K, double> operator /(double scalar, Series<K, double> series) => series.SelectValues(v => scalar / v);

        public static Series<K, double> operator /(Series<K, double> series, double scalar) => series.SelectValues(v => v / scalar);

        public static Series<K, double> operator /(Series<K, double> s1, Series<K, double> s2) => s1.ZipInto(s2, (a, b) => a / b, JoinKind.Outer);
    }

    extension<K>(Series<K, decimal>)
    {
        public static Series<K, decimal> operator -(Series<K, decimal> series) => series.SelectValues(v => -v);

        public static Series<K, decimal> operator +(decimal scalar, Series<K, decimal> series) => series.SelectValues(v => scalar + v);

        public static Series<K, decimal> operator +(Series<K, decimal> series, decimal scalar) => series.SelectValues(v => v + scalar);

        public static Series<K, decimal> operator +(Series<K, decimal> s1, Series<K, decimal> s2) => s1.ZipInto(s2, (a, b) => a + b, JoinKind.Outer);

        public static Series<K, decimal> operator -(decimal scalar, Series<K, decimal> series) => series.SelectValues(v => scalar - v);

        public static Series<K, decimal> operator -(Series<K, decimal> series, decimal scalar) => series.SelectValues(v => v - scalar);

        public static Series<K, decimal> operator -(Series<K, decimal> s1, Series<K, decimal> s2) => s1.ZipInto(s2, (a, b) => a - b, JoinKind.Outer);

        public static Series<K, decimal> operator *(decimal scalar, Series<K, decimal> series) => series.SelectValues(v => scalar * v);

        public static Series<K, decimal> operator *(Series<K, decimal> series, decimal scalar) => series.SelectValues(v => v * scalar);

        public static Series<K, decimal> operator *(Series<K, decimal> s1, Series<K, decimal> s2) => s1.ZipInto(s2, (a, b) => a * b, JoinKind.Outer);

        public static Series<K, decimal> operator /(decimal scalar, Series<K, decimal> series) => series.SelectValues(v => scalar / v);

        public static Series<K, decimal> operator /(Series<K, decimal> series, decimal scalar) => series.SelectValues(v => v / scalar);

        public static Series<K, decimal> operator /(Series<K, decimal> s1, Series<K, decimal> s2) => s1.ZipInto(s2, (a, b) => a / b, JoinKind.Outer);
    }

    extension<K>(Series<K, int>)
    {
        public static Series<K, int> operator -(Series<K, int> series) => series.SelectValues(v => -v);

        public static Series<K, int> operator +(int scalar, Series<K, int> series) => series.SelectValues(v => scalar + v);

        public static Series<K, int> operator +(Series<K, int> series, int scalar) => series.SelectValues(v => v + scalar);

        public static Series<K, int> operator +(Series<K, int> s1, Series<K, int> s2) => s1.ZipInto(s2, (a, b) => a + b, JoinKind.Outer);

        public static Series<K, int> operator -(int scalar, Series<K, int> series) => series.SelectValues(v => scalar - v);

        public static Series<K, int> operator -(Series<K, int> series, int scalar) => series.SelectValues(v => v - scalar);

        public static Series<K, int> operator -(Series<K, int> s1, Series<K, int> s2) => s1.ZipInto(s2, (a, b) => a - b, JoinKind.Outer);

        public static Series<K, int> operator *(int scalar, Series<K, int> series) => series.SelectValues(v => scalar * v);

        public static Series<K, int> operator *(Series<K, int> series, int scalar) => series.SelectValues(v => v * scalar);

        public static Series<K, int> operator *(Series<K, int> s1, Series<K, int> s2) => s1.ZipInto(s2, (a, b) => a * b, JoinKind.Outer);

        public static Series<K, int> operator /(int scalar, Series<K, int> series) => series.SelectValues(v => scalar / v);

        public static Series<K, int> operator /(Series<K, int> series, int scalar) => series.SelectValues(v => v / scalar);

        public static Series<K, int> operator /(Series<K, int> s1, Series<K, int> s2) => s1.ZipInto(s2, (a, b) => a / b, JoinKind.Outer);
    }

    extension<K>(Series<K, string>)
    {
        public static Series<K, string> operator +(Series<K, string> s1, Series<K, string> s2) => s1.ZipInto(s2, (a, b) => a + b, JoinKind.Outer);
    }
}
