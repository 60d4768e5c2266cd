namespace Papers.Expo;

/// <summary>A day of a bicycle rental, after the number of its row. Casual and registered riders add up to the target.</summary>
[FeatureRecord]
public partial record RentalDay(
    double Row,
    double Instant,
    double Season,
    double Year,
    double Month,
    double Holiday,
    double Weekday,
    double WorkingDay,
    double Weather,
    double Temperature,
    double FeltTemperature,
    double Humidity,
    double WindSpeed,
    double Casual,
    double Registered);
