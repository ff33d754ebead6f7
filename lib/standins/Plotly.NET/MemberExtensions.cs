using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>Sets what was given and leaves out what was not.</summary>
internal static class MemberExtensions
{
    extension<TSelf>(TSelf self) where TSelf : DynamicObj.DynamicObj
    {
        internal TSelf Set<T>(string name, FSharpOption<T>? option) => option is null ? self : self.SetValue(name, option.Value);

        internal TSelf SetValue(string name, object? value)
        {
            if (value is not null)
                self.Members[name] = Json.Snapshot(value);
            return self;
        }

        /// <summary>Merges an object into the one of that name, which is made where there is none: two charts never share what was given to both.</summary>
        internal TSelf MergeInto<TMember>(string name, TMember value) where TMember : DynamicObj.DynamicObj, new()
        {
            var target = self.Get<DynamicObj.DynamicObj>(name);
            if (target is null)
                self.Members[name] = target = new TMember();
            target.Merge(value);
            return self;
        }
    }
}
