using Google.OrTools.Sat;

namespace TypedExplain.Decisions.Tests.Oracles;

/// <summary>A test that asks a constraint solver; skipped where the solver's native library does not load.</summary>
internal sealed class SolverFactAttribute : FactAttribute
{
    public SolverFactAttribute()
    {
        try
        {
            _ = new CpSolver().Solve(new CpModel());
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or TypeInitializationException or EntryPointNotFoundException)
        {
            Skip = $"the native library of Google.OrTools does not load here: {error.GetBaseException().Message}";
        }
    }
}
