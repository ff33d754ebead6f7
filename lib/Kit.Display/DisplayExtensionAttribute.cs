namespace Kit.Display;

/// <summary>
/// Says that an assembly brings formatters of its own. When a notebook references the assembly, the session calls the
/// registrar's <c>public static void Register()</c>, which calls <see cref="Formatter.Register{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class DisplayExtensionAttribute(Type registrar) : Attribute
{
    /// <summary>A type with <c>public static void Register()</c>.</summary>
    public Type Registrar { get; } = registrar;
}
