using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>What cannot be searched for is refused by name, with what to do.</summary>
public class BadRecourseTests
{
    private static readonly IModel<Borrower> s_model = Model.From<Borrower>(one => one.Income);

    [Fact]
    public void Wanted_answers_that_are_none()
    {
        Refused("Wanted of recourse wants answers from 2 to 1", new() { Wanted = answer => answer >= 2 && answer <= 1 });
        Refused("Wanted of recourse wants answers from NaN to NaN", new() { Wanted = answer => answer >= double.NaN });
        Refused("Wanted of recourse is null", new() { Wanted = null! });
        Refused("nobody can have one", new() { Wanted = answer => answer >= 1.5 }, s_model.As(OutputKind.Probability));
        Refused("nobody can have one", new() { Wanted = answer => answer < 0 }, s_model.As(OutputKind.Probability));
    }

    [Fact]
    public void Options_outside_their_range()
    {
        Refused("Alternatives of recourse is 0; it must be at least 1", new() { Wanted = answer => answer >= 1, Alternatives = 0 });
        Refused("MaxQueries of recourse is 1; it must be at least 2", new() { Wanted = answer => answer >= 1, MaxQueries = 1 });
        Refused("MaxSteps of recourse is -1; it must be at least 1", new() { Wanted = answer => answer >= 1, MaxSteps = -1 });
        Refused("Tolerance of recourse is NaN", new() { Wanted = answer => answer >= 1, Tolerance = double.NaN });
        Refused("Tolerance of recourse is -1", new() { Wanted = answer => answer >= 1, Tolerance = -1 });
        Refused("Cost of recourse gives 0 for a change of Borrower.Income by 1 step", new() { Wanted = answer => answer >= 40_000, Costs = new Free() });
    }

#pragma warning disable TEX0231 // That it is an error at the place is what is got around.
    [Fact]
    public void A_number_with_fractions_without_a_step() =>
        Assert.Equal(
            "Recourse cannot change Stepless.Income, because it has no step: state the smallest change that a person can make with [Step(...)], or that nobody can change it with [Immutable].",
            Assert.Throws<InvalidOptionException>(() => new Recourse<Stepless> { Wanted = answer => answer >= 5 }.Find(Model.From<Stepless>(one => one.Income), new(1))).Message);

#pragma warning restore TEX0231

    [Fact]
    public void A_number_without_an_end() =>
        Assert.Contains("State a range", Assert.Throws<InvalidOptionException>(() => new Recourse<Endless> { Wanted = answer => answer > 5 }.Find(Model.From<Endless>(one => one.Count), new(1))).Message);

    [Fact]
    public void An_instance_that_breaks_a_rule_itself() =>
        Assert.Equal(
            "The instance of Borrower breaks a rule itself: CardsInArrears is above Cards, and [Within(nameof(Cards))] says that it never is. Correct the record, or remove the annotation.",
            Assert.Throws<InvalidOptionException>(() => new Recourse<Borrower> { Wanted = answer => answer >= 1e5 }.Find(s_model, Borrower.One with { CardsInArrears = 5 })).Message);

    [Fact]
    public void An_instance_outside_its_schema() =>
        Assert.Contains("Borrower.Income", Assert.Throws<InvalidFeatureException>(() => new Recourse<Borrower> { Wanted = answer => answer >= 1e5 }.Find(s_model, Borrower.One with { Income = -1 })).Message);

    [Fact]
    public void A_model_that_answers_the_same_row_in_two_ways()
    {
        int asked = 0;
        IModel<Borrower> model = Model.From<Borrower>(one => one.Income + (asked++ % 7));
        Assert.Contains("when it was asked again in another batch", Assert.Throws<InvalidModelException>(() => new Recourse<Borrower> { Wanted = answer => answer >= 31_000 }.Find(model, Borrower.One)).Message);
    }

    [Fact]
    public void A_model_that_fails_or_has_several_outputs()
    {
        Assert.Contains("NaN", Assert.Throws<InvalidModelException>(() => new Recourse<Borrower> { Wanted = answer => answer >= 1e5 }.Find(Model.From<Borrower>(one => one.Home == Home.Owns ? double.NaN : 0), Borrower.One)).Message);
        Assert.Contains("2 outputs", Assert.Throws<InvalidModelException>(() => new Recourse<Borrower> { Wanted = answer => answer >= 1e5 }.Find(Model.From<Borrower>(["a", "b"], (_, scores) => scores.Clear()), Borrower.One)).Message);
    }

    [Fact]
    public void A_circle_of_features_that_move_with_each_other()
    {
        Lattice.Use(
            new() { Name = "A", Kind = FeatureKind.Whole, Index = 0, Column = 0, Constraints = FeatureConstraints.Immutable, MovesWith = [new(1, 1)] },
            new() { Name = "B", Kind = FeatureKind.Whole, Index = 1, Column = 1, Constraints = FeatureConstraints.Immutable, MovesWith = [new(0, 1)] });
        Assert.Contains("moves with itself", Assert.Throws<InvalidOptionException>(() => new Recourse<Lattice> { Wanted = answer => answer > 5 }.Find(Model.FromRows<Lattice>((_, scores) => scores.Clear()), new Lattice([1, 1]))).Message);
    }

    [Fact]
    public void Work_that_is_ended_early()
    {
        using CancellationTokenSource source = new();
        IModel<Borrower> model = Model.From<Borrower>(one =>
        {
            source.Cancel();
            return one.Income;
        });
        Assert.ThrowsAny<OperationCanceledException>(() => new Recourse<Borrower> { Wanted = answer => answer >= 1e5 }.Find(model, Borrower.One, source.Token));
    }

    [Fact]
    public void More_single_changes_than_queries() =>
        Assert.Contains("may change in 440 ways", Assert.Throws<InvalidOptionException>(() => new Recourse<Borrower> { Wanted = answer => answer >= 1e5, MaxQueries = 100 }.Responsiveness(s_model, Borrower.One)).Message);

    private static void Refused(string message, Recourse<Borrower> recourse, IModel<Borrower>? model = null) =>
        Assert.Contains(message, Assert.Throws<InvalidOptionException>(() => recourse.Find(model ?? s_model, Borrower.One)).Message);

    private sealed class Free : IActionCost<Borrower>
    {
        public double CostOf(Feature<Borrower> feature, double from, double to, int steps) => feature == BorrowerFeatures.Income ? 0 : 1;
    }
}

[FeatureRecord]
public sealed partial record Stepless([Numeric(0, 10)] double Income);

[FeatureRecord]
public sealed partial record Endless(int Count);
