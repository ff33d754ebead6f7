using System.Collections;
using System.Reflection;

namespace Kit.Display.Formatting;

/// <summary>The by-name convention <c>[TypeFormatterSource(typeof(S), PreferredMimeTypes = …)]</c>.</summary>
internal static class FormatterSourceConvention
{
    private const BindingFlags Anywhere = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    public static Func<object, MimeBundle?>? Find(Type type)
    {
        var attribute = Ancestry(type).SelectMany(ancestor => ancestor.GetCustomAttributesData())
            .FirstOrDefault(data => data.AttributeType.Name == "TypeFormatterSourceAttribute" && data.ConstructorArguments.Any(argument => argument.Value is Type));
        if (attribute?.ConstructorArguments.Select(argument => argument.Value).OfType<Type>().First() is not { } source)
            return null;

        var preferred = attribute.NamedArguments.Where(argument => argument.MemberName == "PreferredMimeTypes")
            .SelectMany(argument => argument.TypedValue.Value is IEnumerable<CustomAttributeTypedArgument> many ? many : [argument.TypedValue])
            .Select(argument => argument.Value as string).ToList();
        return value => Format(source, preferred, value);
    }

    private static MimeBundle? Format(Type source, List<string?> preferred, object value)
    {
        var maker = Activator.CreateInstance(source, nonPublic: true)!;
        if (BundleConvention.Call(() => source.GetMethod("CreateTypeFormatters", Anywhere, Type.EmptyTypes)?.Invoke(maker, null)) is not IEnumerable formatters)
            return null;

        var texts = new List<(string MimeType, string Text)>();
        foreach (var formatter in formatters)
        {
            if (formatter.GetType().GetProperty("MimeType", Anywhere)?.GetValue(formatter) is not string mimeType)
                continue;
            var format = formatter.GetType().GetMethods(Anywhere).FirstOrDefault(method => method.Name == "Format"
                && method.GetParameters() is [var first, var second] && first.ParameterType.IsInstanceOfType(value) && second.ParameterType == typeof(TextWriter));
            using var writer = new StringWriter();
            if (format is not null && BundleConvention.Call(() => format.Invoke(formatter, [value, writer])) is not false)
                texts.Add((mimeType, writer.ToString()));
        }

        var bundle = new MimeBundle();
        foreach (var (mimeType, text) in texts.OrderBy(entry => preferred.IndexOf(entry.MimeType) is >= 0 and var place ? place : int.MaxValue))
            bundle.With(mimeType, text);
        return bundle.Data.Count > 0 ? bundle : null;
    }

    private static IEnumerable<Type> Ancestry(Type type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
        foreach (var contract in type.GetInterfaces())
            yield return contract;
    }
}
