namespace Papers;

/// <summary>How often they wear a seat belt.</summary>
public enum MepsSeatBelt
{
    NotAsked = -1,
    Always = 1,
    NearlyAlways = 2,
    Sometimes = 3,
    Seldom = 4,
    Never = 5,
    NeverInACar = 6,
}
