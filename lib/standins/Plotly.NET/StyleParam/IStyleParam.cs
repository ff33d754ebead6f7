namespace Plotly.NET;

/// <summary>A value with its own JSON form: a string, a number, a truth value or an array of them.</summary>
internal interface IStyleParam
{
    object Convert();
}
