using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Standins.Tests.PublicApi;

/// <summary>
/// The public surface of an assembly, one line a member, in the notation of the reference listings:
/// <c>TYPE⇥signature</c>, where a signature that starts with <c>##</c> declares the type itself.
/// </summary>
internal sealed class PublicApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+",
        ["op_LogicalNot"] = "!",
        ["op_OnesComplement"] = "~",
        ["op_Increment"] = "++",
        ["op_Decrement"] = "--",
        ["op_True"] = "true",
        ["op_False"] = "false",
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^",
        ["op_LeftShift"] = "<<",
        ["op_RightShift"] = ">>",
        ["op_UnsignedRightShift"] = ">>>",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
    };

    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float",
        "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new",
        "null", "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return",
        "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try",
        "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    private readonly TypeNotation _types;

    private PublicApiPrinter(bool nullableReferences) => _types = new TypeNotation(nullableReferences);

    public static IReadOnlyList<string> Print(Assembly assembly, bool nullableReferences) =>
        Print(assembly.GetExportedTypes(), nullableReferences);

    public static IReadOnlyList<string> Print(IEnumerable<Type> types, bool nullableReferences)
    {
        var printer = new PublicApiPrinter(nullableReferences);
        return [.. types.SelectMany(printer.Lines).Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Lines(Type type)
    {
        if (type.Name.Contains('<'))
            return []; // the compiler's own notes about extension blocks
        var operators = type.GetMethods(Declared).Where(IsExtensionOperator).ToList();
        var own = Signatures(type).Select(signature => $"{FullName(type)}\t{signature}");
        var extensions = operators.Select(method => $"{FullName(ExtendedBy(method))}\t{Method(method)}");
        return operators.Count == 0 ? own : IsMadeOf(type, operators) ? extensions : own.Concat(extensions);
    }

    private string FullName(Type type) => type.Namespace is { Length: > 0 } space ? $"{space}.{_types.Of(type)}" : _types.Of(type);

    /// <summary>
    /// An operator on one instance of a generic type (<c>Series&lt;K, double&gt;</c>): F# writes it in the type, C# only in an extension block.
    /// For its users it is an operator of the type, so that is where it is printed.
    /// </summary>
    private static bool IsExtensionOperator(MethodInfo method) =>
        method.DeclaringType is { IsAbstract: true, IsSealed: true } && method.IsPublic && Operators.ContainsKey(method.Name);

    private static Type ExtendedBy(MethodInfo method) =>
        method.GetParameters().Select(p => p.ParameterType).First(t => t.IsGenericType && t.Assembly == method.DeclaringType!.Assembly)
            .GetGenericTypeDefinition();

    private static bool IsMadeOf(Type type, List<MethodInfo> operators) =>
        type.GetMethods(Declared).Where(IsVisible).All(operators.Contains) && type.GetProperties(Declared).Length + type.GetFields(Declared).Length == 0;

    private IEnumerable<string> Signatures(Type type)
    {
        if (type.IsSubclassOf(typeof(MulticastDelegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return [$"delegate delegate {_types.Of(invoke.ReturnParameter)} {_types.Of(type)}({Parameters(invoke.GetParameters())})"];
        }

        return type.IsEnum
            ? [Header(type), .. EnumMembers(type)]
            : [
                Header(type),
                .. type.GetConstructors(Declared).Where(c => !c.IsStatic && IsVisible(c)).Select(Constructor),
                .. type.GetMethods(Declared).Where(m => IsVisible(m) && IsPrinted(m) && !IsExtensionOperator(m)).Select(Method),
                .. type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Property),
                .. type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Field),
                .. type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)).Select(Event),
            ];
    }

    private string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = new List<string>();
        if (!type.IsEnum)
        {
            if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
                bases.Add("class " + _types.OfBase(type));
            var inherited = type.BaseType?.GetInterfaces() ?? [];
            bases.AddRange(type.GetInterfaces().Except(inherited).Where(i => i.IsVisible)
                .Select(i => "interface " + _types.Of(i)).Order(StringComparer.Ordinal));
        }

        return $"## {kind} : {string.Join(", ", bases)}{Constraints(OwnGenericArguments(type))}";
    }

    /// <summary>A combination of flags is written with their names, any other value as a number.</summary>
    private static IEnumerable<string> EnumMembers(Type type)
    {
        var members = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (f.Name, Value: Convert.ToInt64(f.GetRawConstantValue(), CultureInfo.InvariantCulture))).OrderBy(m => m.Value).ToList();
        foreach (var (name, value) in members)
        {
            var parts = members.Where(m => long.PopCount(m.Value) == 1 && (m.Value & value) == m.Value).ToList();
            var combined = type.IsDefined(typeof(FlagsAttribute)) && parts.Count > 1 && parts.Sum(m => m.Value) == value;
            yield return $"{name} = {(combined ? string.Join(" | ", parts.Select(m => m.Name)) : value)}";
        }
    }

    private string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)} {SimpleName(constructor.DeclaringType!)}({Parameters(constructor.GetParameters())})";

    private string Method(MethodInfo method)
    {
        if (method.Name == "Finalize" && method.IsFamily)
            return $"protected ~{SimpleName(method.DeclaringType!)}()";

        var parameters = method.GetParameters();
        var list = (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + Parameters(parameters);
        if (method.Name is "op_Implicit" or "op_Explicit")
        {
            var kind = method.Name == "op_Implicit" ? "implicit" : "explicit";
            return $"{Modifiers(method)}{kind} operator {_types.Of(method.ReturnParameter)}({list})";
        }

        var isOperator = method.IsStatic && Operators.ContainsKey(method.Name);
        var name = isOperator ? $"operator {Operators[method.Name]}" : Escaped(method.Name);
        var generics = method.IsGenericMethodDefinition && !isOperator ? method.GetGenericArguments() : [];
        var arguments = generics.Length == 0 ? "" : $"<{string.Join(", ", generics.Select(g => g.Name))}>";
        return $"{Modifiers(method)}{Reference(method.ReturnParameter)}{_types.Of(method.ReturnParameter)} {name}{arguments}({list}){Constraints(generics)}";
    }

    private string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        var widest = accessors.OrderBy(a => a.IsPublic ? 0 : a.IsFamilyOrAssembly ? 1 : 2).First();
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? Escaped(property.Name) : $"this[{Parameters(index)}]";
        var access = Access(widest);
        string Accessor(MethodInfo accessor, string word) => Access(accessor) == access ? $"{word}; " : $"{Access(accessor)} {word}; ";
        var get = property.GetMethod is { } getter && accessors.Contains(getter) ? Accessor(getter, "get") : "";
        var set = property.SetMethod is { } setter && accessors.Contains(setter) ? Accessor(setter, IsInit(setter) ? "init" : "set") : "";
        return $"{Modifiers(widest)}{_types.Of(property)} {name} {{ {get}{set}}}";
    }

    private string Field(FieldInfo field)
    {
        var access = field.IsPublic ? "public" : field.IsFamily ? "protected" : "protected internal";
        if (field.IsLiteral)
            return $"{access} const {_types.Of(field)} {Escaped(field.Name)} = {Constant(field.GetRawConstantValue(), field.FieldType)}";
        return $"{access} {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{_types.Of(field)} {Escaped(field.Name)}";
    }

    private string Event(EventInfo declared) =>
        $"{Modifiers(declared.AddMethod!)}event {_types.Of(declared.AddMethod!.GetParameters()[0])} {declared.Name}";

    private string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    private string Parameter(ParameterInfo parameter)
    {
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        var name = Escaped(parameter.Name!);
        var value = parameter.HasDefaultValue ? " = " + Constant(parameter.RawDefaultValue, parameter.ParameterType)
            : parameter.IsOptional ? " = [Optional]"
            : "";
        return $"{(isParams ? "params " : "")}{Reference(parameter)}{_types.Of(parameter)} {name}{value}";
    }

    private static string Reference(ParameterInfo parameter) =>
        !parameter.ParameterType.IsByRef ? ""
        : parameter.IsOut ? "out "
        : parameter.GetRequiredCustomModifiers().Any(m => m.Name == "InAttribute") || parameter.IsDefined(typeof(IsReadOnlyAttribute)) ? "in "
        : "ref ";

    private string Constant(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null when type == target && (type.IsValueType || (type.IsGenericParameter && !IsReference(type))) => $"default({_types.Of(type)})",
            null => "null",
            _ when target.IsEnum => Enum.GetName(target, value) ?? $"({_types.Of(target)}){value}",
            bool b => b ? "true" : "false",
            string s => $"\"{s}\"",
            char c => $"'{c}'",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static bool IsReference(Type generic) =>
        generic.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)
        || Array.Exists(generic.GetGenericParameterConstraints(), constraint => constraint.IsClass && constraint != typeof(ValueType));

    private string Constraints(IEnumerable<Type> generics)
    {
        var text = "";
        foreach (var generic in generics)
        {
            var flags = generic.GenericParameterAttributes;
            var parts = new List<string>();
            var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
            if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
                parts.Add("class");
            if (isStruct)
                parts.Add(generic.GetCustomAttributesData().Any(a => a.AttributeType.Name == "IsUnmanagedAttribute") ? "unmanaged" : "struct");
            parts.AddRange(generic.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(_types.Of));
            if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
                parts.Add("new()");
            if (parts.Count > 0)
                text += $" where {generic.Name} : {string.Join(", ", parts)}";
        }

        return text;
    }

    /// <summary>The type parameters that a nested type declares itself; those of the types around it come first in metadata.</summary>
    private static Type[] OwnGenericArguments(Type type) =>
        [.. type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0)];

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface && !method.IsStatic)
            return "";
        var isNew = method.Attributes.HasFlag(MethodAttributes.NewSlot);
        var kind = method switch
        {
            { IsStatic: true } => "static ",
            { IsVirtual: false } => "",
            _ when !isNew => "override " + (method.IsAbstract ? "abstract " : method.IsFinal ? "sealed " : ""),
            { IsAbstract: true } => "abstract ",
            { IsFinal: true } => "", // an interface's member, implemented without the word virtual
            _ => "virtual ",
        };
        return $"{Access(method)} {kind}";
    }

    private static string Access(MethodBase method) =>
        method.IsPublic ? "public" : method.IsFamily ? "protected" : "protected internal";

    private static bool IsVisible(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.Name.Contains('<');

    private static bool IsPrinted(MethodInfo method) => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Escaped(string name) => Keywords.Contains(name) ? "@" + name : name;

    private static string SimpleName(Type type) => type.Name.Split('`')[0];
}
