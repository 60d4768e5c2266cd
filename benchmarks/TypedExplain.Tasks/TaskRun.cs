namespace TypedExplain.Tasks;

/// <summary>One task, set up.</summary>
/// <param name="N">How many rows an explanation asks for; 0 where it has no meaning.</param>
/// <param name="D">How many features there are.</param>
/// <param name="K">How many environments; 0 where there are none.</param>
/// <param name="Instances">How many instances a pass has.</param>
/// <param name="Explain">Explains an instance; its coefficients.</param>
/// <param name="Clock">What the black box takes.</param>
public sealed record TaskRun(int N, int D, int K, int Instances, Func<int, double[]> Explain, Clock Clock)
{
    /// <summary>How many explanations one call of <see cref="Explain"/> counts as; steps of a training.</summary>
    public int PerCall { get; init; } = 1;

    /// <summary>What a reader must know of the numbers.</summary>
    public string Note { get; init; } = "";
}
