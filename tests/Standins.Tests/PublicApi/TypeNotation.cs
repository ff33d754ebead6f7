using System.Reflection;
using System.Runtime.CompilerServices;

namespace Standins.Tests.PublicApi;

/// <summary>Types as C# writes them, without namespaces: <c>int?</c>, <c>(long fan, T)</c>, <c>torch.nn.Module&lt;T&gt;[]</c>.</summary>
/// <param name="nullableReferences">Whether a reference that may be null carries its question mark.</param>
internal sealed class TypeNotation(bool nullableReferences)
{
    private static readonly Dictionary<Type, string> Aliases = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public string Of(Type type) => Write(type, new Annotations([0], []));

    public string Of(ParameterInfo parameter) => Write(parameter.ParameterType, Read(parameter.GetCustomAttributesData(), parameter.Member));

    public string Of(PropertyInfo property) => Write(property.PropertyType, Read(property.GetCustomAttributesData(), property));

    public string Of(FieldInfo field) => Write(field.FieldType, Read(field.GetCustomAttributesData(), field));

    public string OfBase(Type type) => Write(type.BaseType!, Read(type.GetCustomAttributesData(), type));

    private Annotations Read(IList<CustomAttributeData> attributes, MemberInfo member)
    {
        var names = attributes.FirstOrDefault(a => a.AttributeType == typeof(TupleElementNamesAttribute))?.ConstructorArguments[0].Value;
        var tupleNames = names is IEnumerable<CustomAttributeTypedArgument> list ? list.Select(n => (string?)n.Value).ToArray() : [];
        return new Annotations(nullableReferences ? NullableFlags(attributes, member) : [0], tupleNames);
    }

    /// <summary>One byte for each part of the type (2: may be null), or a single one for all of it, else what the members around it say.</summary>
    private static byte[] NullableFlags(IList<CustomAttributeData> attributes, MemberInfo member)
    {
        var own = attributes.FirstOrDefault(a => a.AttributeType.Name == "NullableAttribute")?.ConstructorArguments[0];
        if (own is { } argument)
            return argument.Value is byte one ? [one] : [.. ((IEnumerable<CustomAttributeTypedArgument>)argument.Value!).Select(f => (byte)f.Value!)];
        for (var around = member; around is not null; around = around.DeclaringType)
        {
            var context = around.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.Name == "NullableContextAttribute");
            if (context is not null)
                return [(byte)context.ConstructorArguments[0].Value!];
        }

        return [0];
    }

    private static string Write(Type type, Annotations annotations)
    {
        if (type.IsByRef)
            return Write(type.GetElementType()!, annotations);
        if (type.IsPointer)
            return Write(type.GetElementType()!, annotations) + "*";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Write(underlying, annotations) + "?";
        if (type.IsValueType && !type.IsGenericType && !type.IsGenericParameter)
            return Aliases.GetValueOrDefault(type) ?? Named(type, annotations);

        var mark = annotations.NextFlag() == 2 && !type.IsValueType ? "?" : "";
        if (type.IsGenericParameter)
            return type.Name + mark;
        if (type.IsArray)
            return $"{Write(type.GetElementType()!, annotations)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (Aliases.TryGetValue(type, out var alias))
            return alias + mark;
        if (IsTuple(type))
            return Tuple(type, annotations);
        return Named(type, annotations) + mark;
    }

    private static bool IsTuple(Type type) =>
        type is { IsGenericType: true, Namespace: "System" } && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
        && type.GetGenericArguments().Length > 1;

    private static string Tuple(Type type, Annotations annotations)
    {
        var elements = type.GetGenericArguments();
        var names = elements.Select(_ => annotations.NextTupleName()).ToArray(); // the outer tuple's names come before those inside it
        return $"({string.Join(", ", elements.Select((e, i) => Write(e, annotations) + (names[i] is { } name ? " " + name : "")))})";
    }

    private static string Named(Type type, Annotations annotations)
    {
        var arguments = type.GetGenericArguments();
        var chain = new List<Type>();
        for (var level = type; level is not null; level = level.DeclaringType)
            chain.Insert(0, level);
        var used = 0;
        return string.Join(".", chain.Select(level =>
        {
            var own = arguments[used..level.GetGenericArguments().Length];
            used += own.Length;
            return level.Name.Split('`')[0] + (own.Length == 0 ? "" : $"<{string.Join(", ", own.Select(a => Write(a, annotations)))}>");
        }));
    }

    /// <summary>What the compiler noted about a type, read from front to back while the type is written.</summary>
    private sealed class Annotations(byte[] flags, string?[] tupleNames)
    {
        private int _flag;
        private int _name;

        public byte NextFlag() => flags.Length == 1 ? flags[0] : flags[_flag++];

        public string? NextTupleName() => _name < tupleNames.Length ? tupleNames[_name++] : null;
    }
}
