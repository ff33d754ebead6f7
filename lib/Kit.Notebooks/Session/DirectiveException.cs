namespace Kit.Notebooks.Session;

/// <summary>A <c>#r</c>, <c>#load</c> or <c>#!…</c> line that cannot be followed; the message says where and what to do.</summary>
public sealed class DirectiveException(string message, Exception? inner = null) : Exception(message, inner);
