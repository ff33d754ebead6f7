namespace Kit.Speculation.SpecBundle;

/// <summary>What a policy sees of a decision before it picks a draft setting.</summary>
[Flags]
public enum DraftContext
{
    /// <summary>Nothing: the policy can only find one good setting for everything.</summary>
    None = 0,

    /// <summary>Which benchmark the prompts come from.</summary>
    Benchmark = 1,

    /// <summary>
    /// The measured throughput of plain decoding, tokens per second. Batch size hides in it: batch 1 occurs for one model only, so what
    /// a policy learns from it cannot be told from that model.
    /// </summary>
    PlainThroughput = 2,
}
