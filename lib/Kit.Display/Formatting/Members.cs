using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kit.Display.Formatting;

/// <summary>What of a value is shown: the public properties and fields of a record, an anonymous type or a plain class.</summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<object, object?> Get)>> Known = [];

    /// <summary>Names and getters in the order of declaration, those of a base type first.</summary>
    public static IReadOnlyList<(string Name, Func<object, object?> Get)> Of(Type type) => Known.GetOrAdd(type, Find);

    /// <summary>Whether a value is better shown by its members than by its ToString.</summary>
    public static bool AreShown(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsPointer || typeof(Delegate).IsAssignableFrom(type) || typeof(IEnumerable).IsAssignableFrom(type))
            return false;
        if (typeof(ITuple).IsAssignableFrom(type) || IsPair(type) || IsRecord(type) || type.Name.Contains("AnonymousType"))
            return true;
        var toString = type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType;
        return (toString == typeof(object) || toString == typeof(ValueType)) && Of(type).Count > 0;
    }

    public static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, [typeof(System.Text.StringBuilder)]) is not null;

    private static List<(string, Func<object, object?>)> Find(Type type)
    {
        if (typeof(ITuple).IsAssignableFrom(type))
            return [.. Enumerable.Range(0, Length(type)).Select(i => ($"Item{i + 1}", (Func<object, object?>)(value => ((ITuple)value)[i])))];

        var found = new List<(string, Func<object, object?>)>();
        var ancestry = new Stack<Type>();
        for (var ancestor = type; ancestor is not null && ancestor != typeof(object) && ancestor != typeof(ValueType); ancestor = ancestor.BaseType)
            ancestry.Push(ancestor);
        var seen = new HashSet<string>();
        foreach (var ancestor in ancestry)
        {
            const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
            foreach (var member in ancestor.GetMembers(Own).OrderBy(member => member.MetadataToken))
            {
                if (member is PropertyInfo { CanRead: true } property && property.GetMethod!.IsPublic && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRef && !property.PropertyType.IsByRefLike && seen.Add(property.Name))
                    found.Add((property.Name, value => BundleConvention.Call(() => property.GetValue(value))));
                if (member is FieldInfo field && seen.Add(field.Name))
                    found.Add((field.Name, field.GetValue));
            }
        }

        return found;
    }

    private static int Length(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        return arguments.Length == 8 ? 7 + Length(arguments[7]) : arguments.Length;
    }
}
