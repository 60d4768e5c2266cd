using TypedExplain.Tests.Pages;

namespace TypedExplain.Tests.Listening;

/// <summary>The page about telemetry is compiled and prints what it says, while no other test tells anything.</summary>
[Collection(nameof(ListeningTests))]
public class TelemetryPageTests
{
    [Fact]
    public void The_program_is_compiled_and_run() => ProgramPageTests.Check("telemetry.md", nameof(TelemetryPage), TelemetryPage.Run);
}
