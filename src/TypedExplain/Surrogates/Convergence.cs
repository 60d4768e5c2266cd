using System.Globalization;

namespace TypedExplain;

/// <summary>How a solution was come by, and how far it is from an equilibrium.</summary>
/// <param name="Status">How the solution ended.</param>
/// <param name="Iterations">Sweeps over the features, rounds of the played game, batches of samples, or draws; 0 for a closed form.</param>
/// <param name="Residual">
/// In standardized units. Of a game: the largest change of a slope that any one environment would still make on its own
/// (max ‖BR_i − w_i‖∞). Of batches: the mean magnitude of the last change of the slopes. 0 for a closed form. Of sampled
/// values the largest standard error, in units of the output.
/// </param>
public readonly record struct Convergence(SolveStatus Status, int Iterations, double Residual)
{
    /// <summary>A closed form.</summary>
    public static Convergence Exact { get; } = new(SolveStatus.Exact, 0, 0);

    /// <summary>The worse of two: one that did not converge, else the one with the larger residual.</summary>
    internal static Convergence Worse(Convergence one, Convergence other) =>
        (other.Status == SolveStatus.NotConverged, other.Residual).CompareTo((one.Status == SolveStatus.NotConverged, one.Residual)) > 0 ? other : one;

    /// <summary>Status, iterations and residual.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    internal string ToString(IFormatProvider provider) => Status switch
    {
        SolveStatus.Exact => "exact",
        SolveStatus.Converged => string.Create(provider, $"converged in {Iterations} (residual {Residual:0.#E+0})"),
        SolveStatus.Sampled => string.Create(provider, $"sampled by {Iterations} draws (standard error up to {Residual:0.#E+0})"),
        _ => string.Create(provider, $"NOT CONVERGED after {Iterations} (residual {Residual:0.#E+0})"),
    };
}
