using System.Text.Json.Nodes;
using Kit.Notebooks.Checking;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Tests.Checking;

/// <summary>Puts a fingerprint where the runner puts it.</summary>
internal static class StoredFingerprint
{
    public static void Store(this Fingerprint fingerprint, Notebook notebook)
    {
        var kit = notebook.Metadata["kit"] as JsonObject ?? (JsonObject)(notebook.Metadata["kit"] = new JsonObject());
        kit[Fingerprint.Key] = fingerprint.ToJson();
    }
}
