using TypedExplain.Generated;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Tests.Rows;

/// <summary>A record made of a row and another record has from the other one what no column holds.</summary>
public class InheritanceTests
{
    private const decimal Cents = 9_007_199_254_740_993.07m;

    private static readonly DateTimeOffset s_noon = new(2024, 6, 1, 12, 0, 0, 123, TimeSpan.FromHours(2));

    [Fact]
    public void AnUnchangedRowIsTheRecordItself()
    {
        IsItself(new Visit(70, s_noon.AddTicks(7), Cents, "east"));
        IsItself(new MaybeVisit(70, s_noon.AddTicks(7), s_noon.LocalDateTime.AddTicks(5), Cents, TimeSpan.FromTicks(3)));
        IsItself(new MaybeVisit(70, null, null, null, null));
        IsItself(new Moment(70, DateTime.SpecifyKind(new(2024, 6, 1), DateTimeKind.Utc).AddTicks(1)));
        IsItself(new Patient(70, "Ann", 12, s_noon));
        IsItself(new Trip(3, new(9, s_noon, "Bonn"), new(10, s_noon.ToOffset(TimeSpan.FromHours(-5)), "Rome")));
        IsItself(new Trip(3, new(9, s_noon, "Bonn"), null));
        Account account = new() { Balance = 30, Owner = "Ann", Number = 7, Branch = "north" }, made = Like(account, account);
        Assert.Equal((30, "Ann", 7, "north", 60), (made.Balance, made.Owner, made.Number, made.Branch, made.Halves));
        Counter counter = new Counter { Balance = 3, Visits = 8, Room = 9 }.Called("Ann"), count = Like(counter, counter);
        Assert.Equal((3, 8, 9, "Ann"), (count.Balance, count.Visits, count.Room, count.Name));
        Basket basket = new([Cents, 0.1m], [Cents, 0.2m], [Cents]), again = Like(basket, basket);
        Assert.Equal([.. basket.Prices, .. basket.Paid, .. basket.Tip!], (decimal[])[.. again.Prices, .. again.Paid, .. again.Tip!]);
    }

    [Fact]
    public void ANeighborHasItsOwnValuesAndTheRestOfTheInstance()
    {
        Visit visit = Like(new Visit(50, s_noon.AddHours(3).ToUniversalTime(), 5.25m), new Visit(70, s_noon, Cents, "east"));
        Assert.Equal((50, 15, TimeSpan.FromHours(2), 5.25m, "east"), (visit.Weight, visit.Arrival.Hour, visit.Arrival.Offset, visit.Money, visit.Ward));

        Account account = Like(new Account { Balance = 10, Number = 1 }, new Account { Balance = 30, Owner = "Ann", Number = 7, Branch = "north" });
        Assert.Equal((10, "Ann", 7, "north"), (account.Balance, account.Owner, account.Number, account.Branch));

        Moment moment = Like(new Moment(1, new DateTime(2024, 1, 1)), new Moment(2, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal((2024, DateTimeKind.Utc), (moment.At.Year, moment.At.Kind));

        MaybeVisit maybe = Like(new MaybeVisit(1, s_noon.ToUniversalTime(), null, null, null), new MaybeVisit(2, null, s_noon.LocalDateTime, 1, null));
        Assert.Equal((TimeSpan.Zero, null), (maybe.Arrival!.Value.Offset, maybe.Left));

        Trip trip = Like(new Trip(1, new(8, s_noon.UtcDateTime, ""), new(9, s_noon.UtcDateTime, "")), new Trip(2, new(7, s_noon, "Bonn"), null));
        Assert.Equal((8, "Bonn", 12), (trip.From.Hour, trip.From.Town, trip.From.At.Hour));
        Assert.Equal((9, null, 10), (trip.To!.Value.Hour, trip.To.Value.Town, trip.To.Value.At.Hour));
    }

    [Fact]
    public void DifferencesAreNamedWithTheirPart()
    {
        Assert.Equal(["the offset of Arrival", "the last digits of Arrival", "the last digits of Money", "Ward"], Lost(new Visit(70, s_noon.AddTicks(7), Cents, "east")));
        Assert.Equal(["the offset of Arrival", "the kind of Left", "the last digits of Wait"], Lost(new MaybeVisit(70, s_noon, new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Local), 1, TimeSpan.FromTicks(3))));
        Assert.Equal(["the kind of At"], Lost(new Moment(70, new(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc))));
        Assert.Equal(["the offset of From.At", "From.Town", "To.Town"], Lost(new Trip(1, new(1, s_noon, "Bonn"), new(2, s_noon.ToUniversalTime(), "Rome"))));
        Assert.Equal(["the last digits of Prices[0]", "the last digits of Paid[1]", "the last digits of Tip[0]"], Lost(new Basket([Cents, 1], [1, Cents], [Cents])));
        Assert.Empty(Lost(new Visit(70, s_noon.ToUniversalTime(), 5, null!)));
        Assert.Same(FeatureSchema.Of<Basket>().Features[0], RowOrigin<Basket>.Lost(new Basket([Cents, 1], [1, 1], null), out _)[0].Feature);
    }

    private static string[] Lost<T>(T record)
        where T : IFeatureRecord<T> => [.. RowOrigin<T>.Lost(record, out _).Select(member => member.ToString())];

    private static void IsItself<T>(T record)
        where T : IFeatureRecord<T>, IEquatable<T>
    {
        T made = Like(record, record);
        Assert.Equal(record, made);
        MemberDifferences differences = new();
        T.Differ(record, made, differences);
        Assert.Empty(differences.Found);
    }

    private static T Like<T>(T record, T like)
        where T : IFeatureRecord<T>
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(record, columns);
        return T.Decode(columns, MediaValues.Absent, like);
    }
}
