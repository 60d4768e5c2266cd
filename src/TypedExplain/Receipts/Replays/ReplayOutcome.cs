using TypedExplain.Explanations;

namespace TypedExplain;

/// <summary>
/// What making a result again came to: <see cref="Identical"/>, <see cref="Differs"/> or <see cref="CannotReplay"/>, and nothing else.
/// </summary>
[ClosedUnion]
public abstract class ReplayOutcome
{
    private protected ReplayOutcome()
    {
    }
}
