using Microsoft.FSharp.Core;

namespace Plotly.NET.CSharp;

internal static class OptionalExtensions
{
    internal static FSharpOption<T>? ToOption<T>(this Optional<T> optional) => optional.IsSome ? FSharpOption<T>.Some(optional.Value) : null;

    internal static T Or<T>(this Optional<T> optional, T otherwise) => optional.IsSome ? optional.Value : otherwise;

    internal static T Or<T>(this Optional<T> optional) where T : DynamicObj.DynamicObj, new() => optional.IsSome ? optional.Value : new T();

    internal static TSelf Set<TSelf, T>(this TSelf self, string name, Optional<T> optional) where TSelf : DynamicObj.DynamicObj =>
        optional.IsSome ? self.SetValue(name, optional.Value) : self;
}
