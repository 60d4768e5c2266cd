using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>Recourse over a data set: who has some, who is certified to have none, and nobody is lost.</summary>
public class AuditTests
{
    private static readonly IModel<Waiting> s_model = Model.From<Waiting>(one => one.Years + one.Months);

    // Years may rise by 3 and months up to 4.
    private static readonly Dataset<Waiting> s_people = new([new(9, 1), new(0, 0), new(2, 3), new(4, 4), new(1, 4), new(5, 0)]);

    [Fact]
    public void SharesCostsAndSegments()
    {
        RecourseAudit<Waiting> audit = new Recourse<Waiting> { Wanted = answer => answer >= 9 }.Audit(s_model, s_people, one => one.Months == 4 ? "late" : "early");

        Assert.Equal([1, 2, 3, 4, 5], audit.Denied.Select(person => person.Row));
        Assert.Equal("5 of 6 denied, 3 with recourse (median cost 4), 2 certified without (40.0 %), 0 undecided, 0 failed", audit.All.ToString());
        Assert.Equal([1.0, 4, 4], audit.All.Costs.AsEnumerable());
        Assert.Equal(1, audit.All.Quantile(0.1));
        Assert.Equal(["early: 3 of 4 denied, 2 with recourse (median cost 4), 1 certified without (33.3 %), 0 undecided, 0 failed", "late: 2 of 2 denied, 1 with recourse (median cost 1), 1 certified without (50.0 %), 0 undecided, 0 failed"], audit.Segments.Select(segment => segment.ToString()));
        Assert.Equal([("Years", 2), ("Months", 2)], audit.Changed.Select(changed => (changed.Feature.Name, changed.Actions)));
        Assert.Contains("| all (6) | 5 | 3 | 2 (40.0 %) | 0 | 0 | 4 | 4 |", audit.ToString());
    }

    [Fact]
    public void TheSameForAnyNumberOfThreads()
    {
        Recourse<Waiting> recourse = new() { Wanted = answer => answer >= 9 };
        string[] one = [.. recourse.Audit(s_model, s_people, maxThreads: 1).Denied.Select(person => person.Outcome!.ToJson())];
        Assert.Equal(one, recourse.Audit(s_model, s_people, maxThreads: 4).Denied.Select(person => person.Outcome!.ToJson()));
    }

    [Fact]
    public void ARowThatFailsEndsNothing()
    {
        Dataset<Borrower> people = new([Borrower.One, Borrower.One with { CardsInArrears = 9 }]);
        List<ManyProgress> told = [];
        RecourseAudit<Borrower> audit = new Recourse<Borrower> { Wanted = answer => answer >= 30_500 }.Audit(Model.From<Borrower>(one => one.Income), people, progress: new Told(told), maxThreads: 1);

        Assert.Equal(1, audit.All.Failed);
        Assert.Equal(1, audit.All.WithRecourse);
        Assert.Contains("breaks a rule itself", audit.Denied[1].ToString());
        Assert.Equal(0, audit.All.ShareWithoutRecourse);
        Assert.Equal([1, 2], told.Select(progress => progress.Done));
        Assert.Equal(1, told[^1].Failed);
    }

    [Fact]
    public void NobodyDeniedAndNoThread()
    {
        RecourseAudit<Waiting> audit = new Recourse<Waiting> { Wanted = answer => answer >= 0 }.Audit(s_model, s_people);
        Assert.Empty(audit.Denied);
        Assert.True(double.IsNaN(audit.All.MedianCost));
        Assert.Contains("| all (6) | 0 | 0 | 0 (0.0 %) | 0 | 0 | – | – | – |", audit.ToString());
        Assert.Contains("maxThreads of an audit is 0", Assert.Throws<InvalidOptionException>(() => new Recourse<Waiting> { Wanted = answer => answer >= 0 }.Audit(s_model, s_people, maxThreads: 0)).Message);
    }

    [Fact]
    public void ItIsEndedEarly()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new Recourse<Waiting> { Wanted = answer => answer >= 9 }.Audit(s_model, s_people, cancellation: source.Token));
    }

    private sealed class Told(List<ManyProgress> told) : IProgress<ManyProgress>
    {
        public void Report(ManyProgress value) => told.Add(value);
    }
}
