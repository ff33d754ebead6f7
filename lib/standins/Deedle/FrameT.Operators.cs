namespace Deedle;

// On the columns that hold numbers, as doubles; other columns stay as they are.
public partial class Frame<TRowKey, TColumnKey>
{
    public static Frame<TRowKey, TColumnKey> operator -(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => -v);

    public static Frame<TRowKey, TColumnKey> operator +(Frame<TRowKey, TColumnKey> frame1, Frame<TRowKey, TColumnKey> frame2) => frame1.OnBoth(frame2, (a, b) => a + b);

    public static Frame<TRowKey, TColumnKey> operator +(Frame<TRowKey, TColumnKey> frame, double scalar) => frame.OnNumbers(v => v + scalar);

    public static Frame<TRowKey, TColumnKey> operator +(double scalar, Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => scalar + v);

    public static Frame<TRowKey, TColumnKey> operator +(Frame<TRowKey, TColumnKey> frame, Series<TRowKey, double> series) => frame.OnRows(series, (v, s) => v + s);

    public static Frame<TRowKey, TColumnKey> operator +(Series<TRowKey, double> series, Frame<TRowKey, TColumnKey> frame) => frame.OnRows(series, (v, s) => s + v);

    public static Frame<TRowKey, TColumnKey> operator +(Frame<TRowKey, TColumnKey> frame, int scalar) => frame.OnNumbers(v => v + scalar);

    public static Frame<TRowKey, TColumnKey> operator +(int scalar, Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => scalar + v);

    public static Frame<TRowKey, TColumnKey> operator +(Frame<TRowKey, TColumnKey> frame, Series<TRowKey, int> series) => frame.OnRows(series.SelectValues(v => (double)v), (v, s) => v + s);

    public static Frame<TRowKey, TColumnKey> operator +(Series<TRowKey, int> series, Frame<TRowKey, TColumnKey> frame) => frame.OnRows(series.SelectValues(v => (double)v), (v, s) => s + v);

    public static Frame<TRowKey, TColumnKey> operator -(Frame<TRowKey, TColumnKey> frame1, Frame<TRowKey, TColumnKey> frame2) => frame1.OnBoth(frame2, (a, b) => a - b);

    public static Frame<TRowKey, TColumnKey> operator -(Frame<TRowKey, TColumnKey> frame, double scalar) => frame.OnNumbers(v => v - scalar);

    public static Frame<TRowKey, TColumnKey> operator -(double scalar, Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => scalar - v);

    public static Frame<TRowKey, TColumnKey> operator -(Frame<TRowKey, TColumnKey> frame, Series<TRowKey, double> series) => frame.OnRows(series, (v, s) => v - s);

    public static Frame<TRowKey, TColumnKey> operator -(Series<TRowKey, double> series, Frame<TRowKey, TColumnKey> frame) => frame.OnRows(series, (v, s) => s - v);

    public static Frame<TRowKey, TColumnKey> operator -(Frame<TRowKey, TColumnKey> frame, int scalar) => frame.OnNumbers(v => v - scalar);

    public static Frame<TRowKey, TColumnKey> operator -(int scalar, Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => scalar - v);

    public static Frame<TRowKey, TColumnKey> operator -(Frame<TRowKey, TColumnKey> frame, Series<TRowKey, int> series) => frame.OnRows(series.SelectValues(v => (double)v), (v, s) => v - s);

    public static Frame<TRowKey, TColumnKey> operator -(Series<TRowKey, int> series, Frame<TRowKey, TColumnKey> frame) => frame.OnRows(series.SelectValues(v => (double)v), (v, s) => s - v);

    public static Frame<TRowKey, TColumnKey> operator *(Frame<TRowKey, TColumnKey> frame1, Frame<TRowKey, TColumnKey> frame2) => frame1.OnBoth(frame2, (a, b) => a * b);

    public static Frame<TRowKey, TColumnKey> operator *(Frame<TRowKey, TColumnKey> frame, double scalar) => frame.OnNumbers(v => v * scalar);

    public static Frame<TRowKey, TColumnKey> operator *(double scalar, Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => scalar * v);

    public static Frame<TRowKey, TColumnKey> operator *(Frame<TRowKey, TColumnKey> frame, Series<TRowKey, double> series) => frame.OnRows(series, (v, s) => v * s);

    public static Frame<TRowKey, TColumnKey> operator *(Series<TRowKey, double> series, Frame<TRowKey, TColumnKey> frame) => frame.OnRows(series, (v, s) => s * v);

    public static Frame<TRowKey, TColumnKey> operator *(Frame<TRowKey, TColumnKey> frame, int scalar) => frame.OnNumbers(v => v * scalar);

    public static Frame<TRowKey, TColumnKey> operator *(int scalar, Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => scalar * v);

    public static Frame<TRowKey, TColumnKey> operator *(Frame<TRowKey, TColumnKey> frame, Series<TRowKey, int> series) => frame.OnRows(series.SelectValues(v => (double)v), (v, s) => v * s);

    public static Frame<TRowKey, TColumnKey> operator *(Series<TRowKey, int> series, Frame<TRowKey, TColumnKey> frame) => frame.OnRows(series.SelectValues(v => (double)v), (v, s) => s * v);

    public static Frame<TRowKey, TColumnKey> operator /(Frame<TRowKey, TColumnKey> frame1, Frame<TRowKey, TColumnKey> frame2) => frame1.OnBoth(frame2, (a, b) => a / b);

    public static Frame<TRowKey, TColumnKey> operator /(Frame<TRowKey, TColumnKey> frame, double scalar) => frame.OnNumbers(v => v / scalar);

    public static Frame<TRowKey, TColumnKey> operator /(double scalar, Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => scalar / v);

    public static Frame<TRowKey, TColumnKey> operator /(Frame<TRowKey, TColumnKey> frame, Series<TRowKey, double> series) => frame.OnRows(series, (v, s) => v / s);

    public static Frame<TRowKey, TColumnKey> operator /(Series<TRowKey, double> series, Frame<TRowKey, TColumnKey> frame) => frame.OnRows(series, (v, s) => s / v);

    public static Frame<TRowKey, TColumnKey> operator /(Frame<TRowKey, TColumnKey> frame, int scalar) => frame.OnNumbers(v => v / scalar);

    public static Frame<TRowKey, TColumnKey> operator /(int scalar, Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(v => scalar / v);

    public static Frame<TRowKey, TColumnKey> operator /(Frame<TRowKey, TColumnKey> frame, Series<TRowKey, int> series) => frame.OnRows(series.SelectValues(v => (double)v), (v, s) => v / s);

    public static Frame<TRowKey, TColumnKey> operator /(Series<TRowKey, int> series, Frame<TRowKey, TColumnKey> frame) => frame.OnRows(series.SelectValues(v => (double)v), (v, s) => s / v);

    public static Frame<TRowKey, TColumnKey> Pow(Frame<TRowKey, TColumnKey> frame, double scalar) => frame.OnNumbers(v => Math.Pow(v, scalar));

    public static Frame<TRowKey, TColumnKey> Abs(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(Math.Abs);

    public static Frame<TRowKey, TColumnKey> Ceiling(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(Math.Ceiling);

    public static Frame<TRowKey, TColumnKey> Exp(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(Math.Exp);

    public static Frame<TRowKey, TColumnKey> Floor(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(Math.Floor);

    public static Frame<TRowKey, TColumnKey> Log(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(Math.Log);

    public static Frame<TRowKey, TColumnKey> Log10(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(Math.Log10);

    public static Frame<TRowKey, TColumnKey> Round(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(Math.Round);

    public static Frame<TRowKey, TColumnKey> Sqrt(Frame<TRowKey, TColumnKey> frame) => frame.OnNumbers(Math.Sqrt);

    private Frame<TRowKey, TColumnKey> OnNumbers(Func<double, double> f) => ColumnApply<double>(s => s.SelectValues(f));

    private Frame<TRowKey, TColumnKey> OnRows(Series<TRowKey, double> series, Func<double, double, double> f)
    {
        var rows = Core.Alignment<TRowKey>.Of(_rows, series.Index, JoinKind.Outer).Keys;
        return RealignRows(rows).ColumnApply<double>(s => s.Combine(series, JoinKind.Left, Lookup.Exact, Series<TRowKey, double>.Both(f)));
    }

    /// <summary>Columns that only one side has, or that hold no numbers, are all missing.</summary>
    private Frame<TRowKey, TColumnKey> OnBoth(Frame<TRowKey, TColumnKey> other, Func<double, double, double> f) =>
        Zip(other, JoinKind.Outer, JoinKind.Outer, Lookup.Exact, true, f);
}
