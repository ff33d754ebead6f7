namespace Kit.Foundation;

/// <summary>One row of DR-IKE's three tables (Llama-3.1-8B-Instruct): shares between 0 and 1, higher is better.</summary>
/// <param name="Dataset">the editing benchmark</param>
/// <param name="Method">the in-context editor</param>
/// <param name="Esr">edit success: accuracy on the edited facts</param>
/// <param name="Pc">consistency: accuracy on reworded questions about the edited facts</param>
/// <param name="Rr">retention: accuracy on unrelated facts, which must stay as they were</param>
public sealed record DrIkeRow(string Dataset, string Method, double Esr, double Pc, double Rr);
