namespace TypedExplain.Tests.Tables;

/// <summary>A time is read and written to the tick, with its offset and its kind.</summary>
public class CsvTimeTests
{
    private static readonly DateTimeOffset s_noon = new(2024, 6, 1, 12, 0, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("2024-05-31T14:30:00+02:00", 14, 120)]
    [InlineData("2024-05-31 14:30-09:30", 14, -570)]
    [InlineData("2024-05-31T00:00:00.0000001+14:00", 0, 840)]
    [InlineData("2024-05-31T14:30:00Z", 14, 0)]
    [InlineData("2024-05-31 14:30", 14, 0)]
    public void AnInstantKeepsItsClock(string cell, int hour, int minutes)
    {
        DateTimeOffset at = CsvText.Read<Logged>($"At\n{cell}").Rows[0].At;
        Assert.Equal((hour, TimeSpan.FromMinutes(minutes)), (at.Hour, at.Offset));
        Assert.True(CsvText.Read<Logged>(CsvText.Write([new Logged(at)])).Rows[0].At.EqualsExact(at));
    }

    [Fact]
    public void AnInstantIsWrittenWithItsOffset()
    {
        Logged[] records = [new(s_noon), new(s_noon.ToUniversalTime()), new(s_noon.ToOffset(new TimeSpan(-9, -30, 0)).AddTicks(1)), new(new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero))];
        Assert.Equal("At\n2024-06-01T12:00:00+02:00\n2024-06-01T10:00:00Z\n2024-06-01T00:30:00.0000001-09:30\n2024-06-01T00:00:00Z\n", CsvText.Write(records));
    }

    [Theory]
    [InlineData("2024-05-31T14:30:00", DateTimeKind.Unspecified)]
    [InlineData("2024-05-31", DateTimeKind.Unspecified)]
    [InlineData("2024-05-31T14:30:00Z", DateTimeKind.Utc)]
    [InlineData("2024-05-31 00:00:00+00:00", DateTimeKind.Utc)]
    [InlineData("2024-05-31T00:00Z", DateTimeKind.Utc)]
    public void ADateAndTimeKeepsItsKind(string cell, DateTimeKind kind)
    {
        DateTime at = CsvText.Read<Stamped>($"At\n{cell}").Rows[0].At;
        Assert.Equal(kind, at.Kind);
        DateTime again = CsvText.Read<Stamped>(CsvText.Write([new Stamped(at)])).Rows[0].At;
        Assert.Equal((at.Ticks, kind), (again.Ticks, again.Kind));
    }

    [Fact]
    public void ALocalTimeIsNotWritten()
    {
        Stamped local = new(new DateTime(2024, 5, 31, 14, 30, 0, DateTimeKind.Local));
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => CsvText.Write([new Stamped(default), local with { At = new(2024, 5, 31) }, local]));
        Assert.Equal("Row 1: Stamped.At is -730119 days from the start of 2000; it must be 1714-07-29 00:12:25.25901 to 2285-06-04 23:47:34.74099.", error.Message);
        error = Assert.Throws<InvalidFeatureException>(() => CsvText.Write([local]));
        Assert.Equal("Row 1: Stamped.At is a DateTime of kind Local; it must be of kind Utc or Unspecified, since a file does not say where it is local: write ToUniversalTime(), or make the property a DateTimeOffset.", error.Message);
    }

    [Theory]
    [InlineData("2024-05-31T14:30:00.1234567")]
    [InlineData("2024-05-31 14:30:00.123456700")]
    public void ATickIsKept(string cell) => Assert.Equal(1234567, CsvText.Read<Stamped>($"At\n{cell}").Rows[0].At.Ticks % TimeSpan.TicksPerSecond);

    [Fact]
    public void ADurationIsKeptToTheTick()
    {
        Random random = new(11);
        Lap[] laps = [.. Enumerable.Range(0, 500).Select(_ => new Lap(Ticks(), Ticks(), Ticks()))];
        Assert.Equal(laps, CsvText.Read<Lap>(CsvText.Write(laps)).Rows);
        Assert.Equal("Sprint,Run,Career\n0.0000001,0.000005,0\n", CsvText.Write([new Lap(new(1), new(3000), default)]).Replace("1E-07", "0.0000001").Replace("5E-06", "0.000005"));

        // Of every size, from a tick to centuries.
        TimeSpan Ticks() => new((long)Math.ScaleB(random.NextDouble() - 0.5, random.Next(1, 57)));
    }

    [Theory]
    [InlineData("0.1234567", 1234567L)]
    [InlineData("1e-7", 1L)]
    [InlineData("-3.0000001", -30000001L)]
    [InlineData("63072000.1234567", 630720001234567L)]
    [InlineData("0.33333333333333331", null)]
    [InlineData("0.00000001", null)]
    [InlineData("1.00000005", null)]
    [InlineData("1e-30", null)]
    [InlineData("0.000", 0L)]
    public void SecondsAreTicks(string cell, long? ticks) => Same(cell, ticks, cell => $"Sprint,Run,Career\n{cell},0,0", lap => lap.Sprint);

    /// <summary>A third of a minute has no last digit: what other tools write of it is kept, at any length.</summary>
    [Theory]
    [InlineData("0.3333333333333333", 200_000_000L)]
    [InlineData("0.33333333333333331", 200_000_000L)]
    [InlineData("0.333333333333", 200_000_000L)]
    [InlineData("0.333333333333333333333333333", 200_000_000L)]
    [InlineData("0.33333", 199_998_000L)]
    [InlineData("0.12345678901", null)]
    public void MinutesAreTicks(string cell, long? ticks) => Same(cell, ticks, cell => $"Sprint,Run,Career\n0,{cell},0", lap => lap.Run);

    [Fact]
    public void RecordsInsideAndMissingOnes()
    {
        Journey[] journeys =
        [
            new(7, 12, new(1, s_noon.AddTicks(3)), new(2, s_noon.ToOffset(TimeSpan.FromHours(-5))), new DateTime(2024, 5, 1, 8, 0, 0, DateTimeKind.Utc), new(7)),
            new(8, 13, new(1, s_noon), null, null, null),
            new(9, 14, new(3, s_noon), new(4, s_noon.ToUniversalTime()), new DateTime(2024, 5, 1), TimeSpan.Zero),
        ];
        Journey[] read = [.. CsvText.Read<Journey>(CsvText.Write(journeys)).Rows];
        Assert.Equal(journeys, read);
        Assert.Equal(journeys.Select(Clocks), read.Select(Clocks));

        static (TimeSpan, TimeSpan?, DateTimeKind?) Clocks(Journey journey) => (journey.From.Arrival.Offset, journey.Via?.Arrival.Offset, journey.Booked?.Kind);
    }

    [Fact]
    public void BesideATextAndMoney()
    {
        Message message = new("Hello,\n\"you\"", s_noon, 0.85m);
        Message read = CsvText.Read<Message>(CsvText.Write([message])).Rows[0];
        Assert.Equal((message, s_noon.Offset), (read, read.Sent.Offset));
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => CsvText.Write([message with { Postage = 100.00000000000000001m }]));
        Assert.Equal("Row 1: Message.Postage is near 100; it must be a decimal of at most 15 digits, which is what a column carries.", error.Message);
    }

    /// <summary>The explanation of what was read is that of what was written: the model is asked about the hour on the clock.</summary>
    [Fact]
    public void TheModelIsAskedAboutTheRecordThatWasWritten()
    {
        IModel<Logged> model = Model.From<Logged>(record => record.At.Hour);
        Logged written = new(s_noon), read = CsvText.Read<Logged>(CsvText.Write([written])).Rows[0];
        Assert.Equal(12, model.Predict(written));
        Assert.Equal(12, model.Predict(read));
    }

    private static void Same(string cell, long? ticks, Func<string, string> row, Func<Lap, TimeSpan> duration)
    {
        if (ticks is { } expected)
            Assert.Equal(expected, duration(CsvText.Read<Lap>(row(cell)).Rows[0]).Ticks);
        else
            Assert.EndsWith("it is not a whole number of ticks of 100 nanoseconds, which is what a TimeSpan keeps; round it, or make the property a double.", CsvText.Refusal<Lap>(row(cell)));
    }
}
