using TypedExplain.Telemetry;

namespace TypedExplain;

public sealed partial class ConsensusExplanation<T> : ITold
{
    ToldResult ITold.Told => ToldResult.Together([.. Explanations], "Consensus");
}
