namespace SmpInsights.Outcomes.Input;

/// <summary>State of a session; stored as <c>completed</c>, <c>cancelled</c>, <c>no-show</c>.</summary>
public enum SessionStatus { Completed, Cancelled, NoShow }

/// <summary>Why pigment was added again; stored as <c>fade</c>, <c>colour-shift</c>, <c>density</c>, <c>hairline-change</c>, <c>correction</c>, <c>other</c>.</summary>
public enum TouchUpReason { Fade, ColourShift, Density, HairlineChange, Correction, Other }

/// <summary>Instrument of a contrast reading, in the order in which ties between methods are broken.</summary>
public enum AssessmentMethod { Colorimetry, Photo, Visual }

/// <summary>Why follow-up ended; stored as <c>moved</c>, <c>withdrew</c>, <c>laser-removal</c>, <c>hair-transplant</c>, <c>deceased</c>, <c>other</c>.</summary>
public enum EndReason { Moved, Withdrew, LaserRemoval, HairTransplant, Deceased, Other }

/// <summary>Kind of an adverse event.</summary>
public enum AdverseEventKind { Infection, AllergicReaction, PigmentMigration, ColourChange, Scarring, Other }

/// <summary>Severity of an adverse event.</summary>
public enum Severity { Mild, Moderate, Severe }

/// <summary>Kind of a payment; a refund's amount is negative or zero, every other kind's positive or zero.</summary>
public enum PaymentKind { Deposit, Session, TouchUp, Product, Refund }
